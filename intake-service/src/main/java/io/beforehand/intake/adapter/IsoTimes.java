package io.beforehand.intake.adapter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/** Times as channels write them in ISO 8601: with Z, with +00:00, and with the +0000 that the JDK does not read by itself. */
public final class IsoTimes {

    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private IsoTimes() {}

    public static Optional<Instant> parse(String text) {
        try {
            return Moments.plausible(OffsetDateTime.parse(text, LENIENT).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
