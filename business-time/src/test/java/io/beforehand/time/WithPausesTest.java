package io.beforehand.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WithPausesTest {

    private static final Instant NINE = Instant.parse("2026-03-29T09:00:00Z");

    /** The pause of 09:30 to 10:00; cases from Zammad's destination_time_spec and period_working_minutes_spec. */
    private final BusinessCalendar calendar = new WithPauses(new AlwaysOpen(), List.of(pause(30, 60)));

    @ParameterizedTest
    @CsvSource({
        "15, PT30M, 75", // fifteen minutes before the pause, fifteen after it
        "60, PT30M, 90", // starts as the pause ends
        "40, PT30M, 90", // starts within the pause
        "0,  PT30M, 30", // used up as the pause begins: due then, not half an hour later
        "40, PT0S,  60" // nothing to do, but not before the pause is over
    })
    void aPausePutsTheDueMomentOff(long startMinute, Duration goal, long dueMinute) {
        assertThat(calendar.due(minute(startMinute), goal)).isEqualTo(minute(dueMinute));
    }

    @ParameterizedTest
    @CsvSource({"-30, 60, PT1H", "-60, -30, PT30M", "35, 55, PT0S", "0, 60, PT30M", "50, 70, PT10M", "20, 10, PT0S"})
    void noWorkingTimePassesInAPause(long fromMinute, long toMinute, Duration elapsed) {
        assertThat(calendar.elapsed(minute(fromMinute), minute(toMinute))).isEqualTo(elapsed);
    }

    @Test
    void pausesThatOverlapAreRefused() {
        assertThatThrownBy(() -> new WithPauses(new AlwaysOpen(), List.of(pause(0, 20), pause(10, 30))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlap");
    }

    @Test
    void aGoalOfLessThanNothingIsRefused() {
        assertThatThrownBy(() -> calendar.due(NINE, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void agreesWithCountingMinuteByMinute(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            // Given
            boolean[] working = new boolean[400];
            List<Interval> pauses = randomPauses(random, working);
            BusinessCalendar paused = new WithPauses(new AlwaysOpen(), pauses);
            int start = random.nextInt(200);
            int goal = random.nextInt(1, 100);

            // When
            Instant due = paused.due(minute(start), Duration.ofMinutes(goal));

            // Then
            assertThat(due).as("pauses %s", pauses).isEqualTo(minute(countedDue(working, start, goal)));
            assertThat(paused.elapsed(minute(start), due)).isEqualTo(Duration.ofMinutes(goal));
        }
    }

    private static List<Interval> randomPauses(SplittableRandom random, boolean[] working) {
        java.util.Arrays.fill(working, true);
        List<Interval> pauses = new ArrayList<>();
        int at = 0;
        for (int i = random.nextInt(5); i > 0; i--) {
            int from = at + random.nextInt(40);
            int to = from + random.nextInt(1, 30);
            pauses.add(pause(from, to));
            java.util.Arrays.fill(working, from, to, false);
            at = to;
        }
        return pauses;
    }

    private static int countedDue(boolean[] working, int start, int goal) {
        int left = goal;
        int minute = start;
        while (left > 0) {
            if (working[minute]) {
                left--;
            }
            minute++;
        }
        return minute;
    }

    private static Interval pause(long fromMinute, long toMinute) {
        return new Interval(minute(fromMinute), minute(toMinute));
    }

    private static Instant minute(long minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }
}
