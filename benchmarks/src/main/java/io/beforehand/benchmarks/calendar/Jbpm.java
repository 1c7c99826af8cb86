package io.beforehand.benchmarks.calendar;

import io.beforehand.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jbpm.process.core.timer.BusinessCalendarImpl;
import org.kie.api.time.SessionClock;

/**
 * The business calendar of jBPM. It knows one window a day, so it is asked about nine to five without lunch; and it cannot say
 * how much time was worked.
 */
final class Jbpm implements BusinessCalendar {

    /** It asks what time it is; the question says so. */
    private static final class Now implements SessionClock {
        private long millis;

        @Override
        public long getCurrentTime() {
            return millis;
        }
    }

    private final Now now = new Now();
    private final BusinessCalendarImpl calendar = new BusinessCalendarImpl(properties(), now);

    @Override
    public Instant due(Instant start, Duration goal) {
        now.millis = start.toEpochMilli();
        return calendar.calculateBusinessTimeAsDate(goal.toHours() + "h").toInstant();
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        throw new IllegalStateException("jBPM answers no such question");
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(
                BusinessCalendarImpl.HOLIDAYS,
                Office.HOLIDAYS.stream().map(LocalDate::toString).collect(Collectors.joining(",")));
        properties.setProperty(BusinessCalendarImpl.TIMEZONE, Office.ZONE.getId());
        return properties;
    }
}
