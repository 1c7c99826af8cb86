package io.beforehand.sla.calendar.ics;

import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;

/** By which rule an event recurs. */
record Rule(Recurrence recurrence) {

    private static final Set<Frequency> WHOLE_DAYS =
            EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    private static final int LARGEST_INTERVAL = 1000;

    /** More than there are days in the years that are looked at: bounds what one event may cost. */
    private static final int LARGEST_COUNT = 12_000;

    /** Why nobody can tell on which dates; empty if it can be told. */
    Optional<String> notUnderstood() {
        boolean withinDays = !recurrence.getByHour().isEmpty()
                || !recurrence.getByMinute().isEmpty()
                || !recurrence.getBySecond().isEmpty();
        if (withinDays || !WHOLE_DAYS.contains(recurrence.getFrequency())) {
            return Optional.of("recurs within a day");
        }
        Integer interval = recurrence.getInterval();
        Integer count = recurrence.getCount();
        boolean senseless = interval != null && (interval < 1 || interval > LARGEST_INTERVAL)
                || count != null && (count < 1 || count > LARGEST_COUNT);
        return senseless ? Optional.of("recurs so rarely or often that it makes no sense") : Optional.empty();
    }

    /**
     * The dates as far as the years go. The library is asked for noon of each day in UTC, and not for the last day: it would take
     * dates for midnight in whatever zone this machine is.
     */
    SortedSet<LocalDate> dates(LocalDate start, Years years) {
        LocalDate last = last(years);
        Recurrence endless =
                new Recurrence.Builder(recurrence).until((ICalDate) null).build();
        DateIterator recurring = endless.getDateIterator(noon(start), TimeZone.getTimeZone(ZoneOffset.UTC));
        recurring.advanceTo(noon(start.isAfter(years.from()) ? start : years.from()));
        SortedSet<LocalDate> dates = new TreeSet<>();
        for (int step = 0; step < LARGEST_COUNT && recurring.hasNext(); step++) {
            LocalDate date = LocalDate.ofInstant(recurring.next().toInstant(), ZoneOffset.UTC);
            if (date.isAfter(last)) {
                break;
            }
            dates.add(date);
        }
        return dates;
    }

    private LocalDate last(Years years) {
        ICalDate until = recurrence.getUntil();
        LocalDate said = until == null ? years.to() : Event.date(until);
        return said.isBefore(years.to()) ? said : years.to();
    }

    private static Date noon(LocalDate date) {
        Instant noon = date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return Date.from(noon);
    }
}
