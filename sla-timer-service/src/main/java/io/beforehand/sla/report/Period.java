package io.beforehand.sla.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time that a report is about.
 *
 * @param from the first moment in it
 * @param to the first moment after it
 * @param zone whose days, weeks and months count
 */
record Period(Instant from, Instant to, ZoneId zone) {

    static final Duration USUAL = Duration.ofDays(30);
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    /** Reads {@code from}, {@code to} and {@code zone}; the thirty days until {@code now} unless it says otherwise. */
    static Period of(Parameters parameters, Instant now) {
        ZoneId zone = parameters.read("zone", Period::zone).orElse(ZoneOffset.UTC);
        Instant to = parameters.read("to", text -> moment(text, zone)).orElse(now);
        Instant from = parameters.read("from", text -> moment(text, zone)).orElse(to.minus(USUAL));
        if (!from.isBefore(to)) {
            parameters.problem("to", "must be after from");
        }
        return new Period(from, to, zone);
    }

    /** A date is its first moment. */
    private static Instant moment(String text, ZoneId zone) {
        try {
            Instant moment = text.length() == "2026-10-01".length()
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            int year = moment.atZone(ZoneOffset.UTC).getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return moment;
            }
        } catch (DateTimeException _) {
            // refused below
        }
        throw new IllegalArgumentException(
                "must be a date such as 2026-10-01 or a time with its offset such as 2026-10-01T09:00:00Z, in the years "
                        + FIRST_YEAR + " to " + LAST_YEAR);
    }

    /** Named zones only: what an offset is called, PostgreSQL takes the other way round. */
    private static ZoneId zone(String text) {
        if (text.equals("UTC")) {
            return ZoneOffset.UTC;
        }
        if (text.contains("/")
                && !text.startsWith("SystemV/")
                && ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        throw new IllegalArgumentException("must be UTC or a time zone such as Europe/Berlin");
    }

    /** As PostgreSQL calls the zone. */
    String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
