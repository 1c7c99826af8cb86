package io.beforehand.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random opening hours against {@link MinuteByMinute}, over weeks around changes of clocks and ends of stretches. */
class WorkingCalendarPropertyTest {

    private static final int MINUTES = RandomHours.DAYS * Window.MIDNIGHT;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void agreesWithCountingMinuteByMinute(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            // Given
            LocalDate first = RandomHours.beginning(random);
            OpeningHours hours = RandomHours.from(random, first);
            Instant begin = first.atStartOfDay(ZoneId.of("UTC")).toInstant();
            BitSet open = MinuteByMinute.open(hours, begin, MINUTES);
            List<Interval> pauses = randomPauses(random, begin, open);
            BusinessCalendar calendar = new WithPauses(new WorkingCalendar(hours), pauses);

            for (int question = 0; question < 25; question++) {
                int from = random.nextInt(MINUTES);
                int to = random.nextInt(MINUTES);
                int goal = random.nextInt(5) == 0 ? 0 : random.nextInt(6000);

                // When
                Duration elapsed = calendar.elapsed(minute(begin, from), minute(begin, to));
                Instant due = calendar.due(minute(begin, from), Duration.ofMinutes(goal));

                // Then
                assertThat(elapsed)
                        .as("from %s to %s in %s without %s", from, to, hours, pauses)
                        .isEqualTo(Duration.ofMinutes(MinuteByMinute.elapsed(open, from, to)));
                int counted = MinuteByMinute.due(open, from, goal);
                if (counted <= MINUTES) {
                    assertThat(due)
                            .as("%s minutes from %s in %s without %s", goal, from, hours, pauses)
                            .isEqualTo(minute(begin, counted));
                } else {
                    assertThat(due).isAfterOrEqualTo(minute(begin, MINUTES));
                }
                assertThat(calendar.elapsed(minute(begin, from), due)).isEqualTo(Duration.ofMinutes(goal));
            }
        }
    }

    private static List<Interval> randomPauses(SplittableRandom random, Instant begin, BitSet open) {
        List<Interval> pauses = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(MINUTES - 4000);
            int to = from + random.nextInt(1, 4000);
            pauses.add(new Interval(minute(begin, from), minute(begin, to)));
            open.clear(from, to);
        }
        return Interval.union(pauses);
    }

    private static Instant minute(Instant begin, long minute) {
        return begin.plus(Duration.ofMinutes(minute));
    }
}
