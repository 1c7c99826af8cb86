package io.beforehand.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random combinations of hours in different places, up to three deep, against counting minute by minute. */
class CombinationPropertyTest {

    private static final int MINUTES = RandomHours.DAYS * Window.MIDNIGHT;
    private static final int DEEPEST = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void agreesWithCountingMinuteByMinute(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 25; round++) {
            // Given
            LocalDate first = RandomHours.beginning(random);
            Instant begin = first.atStartOfDay(ZoneOffset.UTC).toInstant();
            Combination combination = random(random, first, DEEPEST);
            BitSet open = open(combination, begin);
            BusinessCalendar calendar = new WorkingCalendar(combination);

            for (int question = 0; question < 25; question++) {
                int from = random.nextInt(MINUTES);
                int to = random.nextInt(MINUTES);
                int goal = random.nextInt(5) == 0 ? 0 : random.nextInt(4000);
                int counted = MinuteByMinute.due(open, from, goal);

                // When
                Duration elapsed = calendar.elapsed(minute(begin, from), minute(begin, to));

                // Then
                assertThat(elapsed)
                        .as("from %s to %s in %s", from, to, combination)
                        .isEqualTo(Duration.ofMinutes(MinuteByMinute.elapsed(open, from, to)));
                if (counted <= MINUTES) {
                    assertThat(calendar.due(minute(begin, from), Duration.ofMinutes(goal)))
                            .as("%s minutes from %s in %s", goal, from, combination)
                            .isEqualTo(minute(begin, counted));
                }
            }
        }
    }

    private static Combination random(SplittableRandom random, LocalDate first, int deepest) {
        List<Openings> members = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            members.add(
                    switch (random.nextInt(deepest > 1 ? 5 : 4)) {
                        case 0 -> new AlwaysOpen();
                        case 4 -> random(random, first, deepest - 1);
                        default -> RandomHours.from(random, first);
                    });
        }
        return new Combination(random.nextBoolean() ? Combination.Rule.ALL_OF : Combination.Rule.ANY_OF, members);
    }

    /** The minutes in which it is open, by the rules for sets. */
    private static BitSet open(Openings openings, Instant begin) {
        return switch (openings) {
            case OpeningHours hours -> MinuteByMinute.open(hours, begin, MINUTES);
            case AlwaysOpen _ -> all();
            case Combination(Combination.Rule rule, List<Openings> members) -> {
                BitSet open = rule == Combination.Rule.ALL_OF ? all() : new BitSet(MINUTES);
                for (Openings member : members) {
                    if (rule == Combination.Rule.ALL_OF) {
                        open.and(open(member, begin));
                    } else {
                        open.or(open(member, begin));
                    }
                }
                yield open;
            }
        };
    }

    private static BitSet all() {
        BitSet all = new BitSet(MINUTES);
        all.set(0, MINUTES);
        return all;
    }

    private static Instant minute(Instant begin, long minute) {
        return begin.plus(Duration.ofMinutes(minute));
    }
}
