package io.beforehand.sla.calendar.ics;

import biweekly.ICalendar;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import io.beforehand.sla.calendar.ics.HolidayFile.Holidays;
import io.beforehand.sla.calendar.ics.HolidayFile.Malformed;
import io.beforehand.sla.calendar.ics.HolidayFile.PassedOver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a file strictly: half of a year's holidays would be worse than none. */
final class HolidayFileReader {

    private static final String BEGIN = "BEGIN:VCALENDAR";
    private static final String END = "END:VCALENDAR";

    /** Events of several countries for several years are fewer. */
    private static final int MOST_EVENTS = 1000;

    private HolidayFileReader() {}

    static HolidayFile read(String text, Years years) {
        String whole = text.strip().toUpperCase(Locale.ROOT);
        if (!whole.startsWith(BEGIN)) {
            return new Malformed("must begin with " + BEGIN);
        }
        if (!whole.endsWith("\n" + END)) {
            return new Malformed("must end with " + END);
        }
        List<Event> events = new ArrayList<>();
        try (ICalReader reader = new ICalReader(text)) {
            for (ICalendar next = reader.readNext(); next != null; next = reader.readNext()) {
                Optional<ParseWarning> broken = reader.getWarnings().stream()
                        .filter(HolidayFileReader::isSerious)
                        .findFirst();
                if (broken.isPresent()) {
                    return new Malformed("line " + broken.get().getLineNumber() + " cannot be read");
                }
                next.getEvents().forEach(event -> events.add(new Event(event)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events.size() > MOST_EVENTS
                ? new Malformed("must hold at most " + MOST_EVENTS + " events")
                : holidays(events, years);
    }

    /**
     * The library passes over what it cannot read and warns of it; warnings about the file itself have no code. A rule without a
     * part of it would be another rule.
     */
    private static boolean isSerious(ParseWarning warning) {
        return warning.getCode() == null || "RRULE".equals(warning.getPropertyName());
    }

    private static HolidayFile holidays(List<Event> events, Years years) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        List<PassedOver> passedOver = new ArrayList<>();
        for (Event event : events) {
            Optional<String> reason = event.noHoliday();
            if (reason.isPresent()) {
                passedOver.add(new PassedOver(event.name(), reason.get()));
            } else {
                dates.addAll(event.dates(events, years));
            }
        }
        return new Holidays(dates, passedOver);
    }
}
