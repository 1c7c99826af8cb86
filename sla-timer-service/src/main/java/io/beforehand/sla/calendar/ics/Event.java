package io.beforehand.sla.calendar.ics;

import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.DurationProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.ExceptionRule;
import biweekly.property.RawProperty;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceRule;
import biweekly.property.Summary;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One event of a file. */
final class Event {

    private static final int LONGEST_NAME = 80;
    private static final int MOST_DAYS = 366;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /** How Apple's calendars mark a weekend on which people work, in return for a day off; other files cannot say it. */
    private static final String SPECIAL_DAY = "X-APPLE-SPECIAL-DAY";

    private static final String WORKING_DAY = "ALTERNATE-WORKDAY";

    /** Where dates are; the library keeps one that it cannot read as if it were a property of somebody's own. */
    private static final List<String> DATES =
            List.of("DTSTART", "DTEND", "DURATION", "RDATE", "EXDATE", "RECURRENCE-ID");

    private final VEvent event;

    Event(VEvent event) {
        this.event = event;
    }

    String name() {
        Summary summary = event.getSummary();
        String name = summary == null || summary.getValue() == null
                ? ""
                : summary.getValue().strip();
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /** Why it is no holiday; empty when it is one. */
    Optional<String> noHoliday() {
        try {
            Optional<String> unread = DATES.stream()
                    .filter(name -> event.getExperimentalProperty(name) != null)
                    .findFirst();
            if (unread.isPresent()) {
                return unread.map(name -> "has " + name + " that cannot be read");
            }
            DateStart start = event.getDateStart();
            if (start == null || start.getValue() == null) {
                return Optional.of("has no date");
            }
            if (start.getValue().hasTime()) {
                return Optional.of("has a time of day: only what lasts whole days is a holiday");
            }
            if (event.getStatus() != null && event.getStatus().isCancelled()) {
                return Optional.of("is cancelled");
            }
            if (isWorkingDay()) {
                return Optional.of("is a day on which people work: write it into special");
            }
            if (start().getYear() < FIRST_YEAR || start().getYear() > LAST_YEAR) {
                return Optional.of("must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            if (days() > MOST_DAYS) {
                return Optional.of("lasts longer than a year");
            }
            return event.getProperties(ExceptionRule.class).isEmpty()
                    ? rules().flatMap(rule -> rule.notUnderstood().stream()).findFirst()
                    : Optional.of("has an EXRULE, which is not understood");
        } catch (DateTimeException _) {
            return Optional.of("has a date that does not exist");
        }
    }

    /**
     * Its dates, of an event that is a holiday.
     *
     * @param all the events of its file, some of which may be what became of one of its recurrences
     */
    SortedSet<LocalDate> dates(Collection<Event> all, Years years) {
        SortedSet<LocalDate> begins = new TreeSet<>(List.of(start()));
        if (recurs()) {
            rules().forEach(rule -> begins.addAll(rule.dates(start(), years)));
            event.getProperties(RecurrenceDates.class).stream()
                    .flatMap(more -> more.getDates().stream())
                    .map(Event::date)
                    .forEach(begins::add);
            begins.removeIf(date -> !years.have(date));
            event.getProperties(ExceptionDates.class).stream()
                    .flatMap(except -> except.getValues().stream())
                    .map(Event::date)
                    .forEach(begins::remove);
            all.stream().flatMap(other -> other.replaces(this).stream()).forEach(begins::remove);
        }
        SortedSet<LocalDate> dates = new TreeSet<>();
        begins.forEach(begin -> begin.datesUntil(begin.plusDays(days())).forEach(dates::add));
        return dates;
    }

    private boolean recurs() {
        return rules().findAny().isPresent()
                || !event.getProperties(RecurrenceDates.class).isEmpty();
    }

    private Stream<Rule> rules() {
        return event.getProperties(RecurrenceRule.class).stream()
                .filter(rule -> rule.getValue() != null)
                .map(rule -> new Rule(rule.getValue()));
    }

    /** The date of another event's recurrence in whose place this one stands, if it stands in one's. */
    private Optional<LocalDate> replaces(Event other) {
        return event.getRecurrenceId() == null || other == this || !uid().equals(other.uid())
                ? Optional.empty()
                : Optional.of(date(event.getRecurrenceId().getValue()));
    }

    private String uid() {
        return event.getUid() == null ? "" : String.valueOf(event.getUid().getValue());
    }

    private boolean isWorkingDay() {
        RawProperty mark = event.getExperimentalProperty(SPECIAL_DAY);
        return mark != null && WORKING_DAY.equalsIgnoreCase(mark.getValue());
    }

    private LocalDate start() {
        return date(event.getDateStart().getValue());
    }

    /** How many days it lasts: up to the date before its end. Many files give the same date for both. */
    private long days() {
        DateEnd end = event.getDateEnd();
        if (end != null && end.getValue() != null) {
            return Math.max(1, ChronoUnit.DAYS.between(start(), date(end.getValue())));
        }
        DurationProperty duration = event.getDuration();
        return duration == null || duration.getValue() == null
                ? 1
                : Math.max(1, Duration.ofMillis(duration.getValue().toMillis()).toDays());
    }

    /** The date as it is written: it has no zone. */
    static LocalDate date(ICalDate written) {
        DateTimeComponents date = written.getRawComponents();
        return LocalDate.of(date.getYear(), date.getMonth(), date.getDate());
    }
}
