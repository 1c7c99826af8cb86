package io.beforehand.benchmarks.calendar;

import io.beforehand.time.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import net.sf.mpxj.DayType;
import net.sf.mpxj.LocalTimeRange;
import net.sf.mpxj.ProjectCalendar;
import net.sf.mpxj.ProjectCalendarHours;
import net.sf.mpxj.ProjectFile;
import net.sf.mpxj.TimeUnit;

/** The calendar of projects in MPXJ. It knows no zones, so it is asked by the clock on the wall. */
final class Mpxj implements BusinessCalendar {

    private final ProjectCalendar calendar = new ProjectFile().addCalendar();

    Mpxj() {
        for (DayOfWeek day : DayOfWeek.values()) {
            calendar.setCalendarDayType(day, Office.DAYS.contains(day) ? DayType.WORKING : DayType.NON_WORKING);
            ProjectCalendarHours hours = calendar.addCalendarHours(day);
            if (Office.DAYS.contains(day)) {
                hours.add(new LocalTimeRange(Office.OPENS, Office.LUNCH));
                hours.add(new LocalTimeRange(Office.LUNCH_ENDS, Office.CLOSES));
            }
        }
        Office.HOLIDAYS.forEach(calendar::addCalendarException);
    }

    @Override
    public Instant due(Instant start, Duration goal) {
        LocalDateTime due =
                calendar.getDate(local(start), net.sf.mpxj.Duration.getInstance(goal.toMinutes(), TimeUnit.MINUTES));
        return due.atZone(Office.ZONE).toInstant();
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        double minutes =
                calendar.getWork(local(from), local(to), TimeUnit.MINUTES).getDuration();
        return Duration.ofSeconds(Math.round(minutes * 60));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, Office.ZONE);
    }
}
