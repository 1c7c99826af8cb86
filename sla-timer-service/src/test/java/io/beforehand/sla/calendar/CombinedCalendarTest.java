package io.beforehand.sla.calendar;

import static io.beforehand.sla.calendar.Definitions.allOf;
import static io.beforehand.sla.calendar.Definitions.customersDaily;
import static io.beforehand.sla.calendar.Definitions.daily;
import static io.beforehand.sla.calendar.Definitions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a calendar leaves open is settled when it is applied, and stays so. */
class CombinedCalendarTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);

    private final DatedCalendar team = version("team", 1, daily("UTC", "09:00", "17:00"));
    private final DatedCalendar longerTeam =
            new DatedCalendar(new CalendarRef("team", 2), daily("UTC", "09:00", "20:00"), LATER);
    private final DatedCalendar customer = version("customer", 1, daily("UTC", "12:00", "22:00"));
    private final DatedCalendar both = version("both", 1, allOf("customer", "team"));
    private final DatedCalendar nested = version("nested", 1, allOf("both", daily("UTC", "00:00", "13:00")));

    @Test
    void aMembersNewVersionCountsForWhoeverComesLaterAndNobodyElse() {
        // Given
        CalendarBook book = new CalendarBook(List.of(team, longerTeam, customer, both));

        // When
        PinnedCalendar before = book.inForce("both", NOW).orElseThrow();
        PinnedCalendar after = book.inForce("both", LATER).orElseThrow();

        // Then
        assertThat(before.ref()).isEqualTo(ref("both", Map.of("customer", 1, "team", 1), ""));
        assertThat(after.ref()).isEqualTo(ref("both", Map.of("customer", 1, "team", 2), ""));
        assertThat(openHours(before)).isEqualTo(5);
        assertThat(openHours(after)).isEqualTo(8);
        assertThat(book.pinned(before.ref())).isEqualTo(before);
    }

    @Test
    void whatIsNamedByWayOfAnotherIsPinnedToo() {
        CalendarBook book = new CalendarBook(List.of(team, longerTeam, customer, both, nested));

        PinnedCalendar pinned = book.inForce("nested", LATER).orElseThrow();

        assertThat(pinned.parts().members()).isEqualTo(Map.of("both", 1, "customer", 1, "team", 2));
        assertThat(openHours(pinned)).isEqualTo(1);
    }

    @Test
    void aBookHoldsACombinationWhenItHoldsAllOfIt() {
        CalendarRef pinned = ref("both", Map.of("customer", 1, "team", 2), "");

        assertThat(new CalendarBook(List.of(team, customer, both)).holds(pinned))
                .isFalse();
        assertThat(new CalendarBook(List.of(team, longerTeam, customer)).holds(pinned))
                .isFalse();
        assertThat(new CalendarBook(List.of(team, longerTeam, customer, both)).holds(pinned))
                .isTrue();
    }

    @Test
    void aCalendarInTheCustomersZoneIsPinnedWithIt() {
        CalendarBook book = new CalendarBook(List.of(version("theirs", 1, customersDaily("09:00", "17:00"))));

        PinnedCalendar inDenver = book.inForce("theirs", NOW, "America/Denver").orElseThrow();

        assertThat(inDenver.ref()).isEqualTo(ref("theirs", Map.of(), "America/Denver"));
        assertThat(inDenver.calendar().due(NOW, Duration.ZERO)).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
        assertThat(inDenver.calendar().due(NOW, Duration.ofSeconds(1)))
                .isEqualTo(Instant.parse("2026-11-20T16:00:01Z"));
        assertThat(book.pinned(inDenver.ref())).isEqualTo(inDenver);
    }

    @Test
    void theOtherZoneCountsWhenTheCustomersIsNotKnownHere() {
        CalendarBook book = new CalendarBook(List.of(version("theirs", 1, customersDaily("09:00", "17:00"))));

        for (String zone : List.of("", "Mars/Olympus")) {
            PinnedCalendar inBerlin = book.inForce("theirs", NOW, zone).orElseThrow();
            assertThat(inBerlin.ref()).isEqualTo(new CalendarRef("theirs", 1));
            assertThat(inBerlin.calendar().due(NOW, Duration.ZERO)).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        }
    }

    @Test
    void theOtherZoneCountsWhenCustomerAndTeamWouldNeverMeet() {
        // Given
        CalendarBook book = new CalendarBook(List.of(
                version("theirs", 1, customersDaily("09:00", "17:00")),
                version("team", 1, daily("Europe/Berlin", "09:00", "17:00")),
                version("both", 1, allOf("theirs", "team"))));

        // Then
        assertThat(book.inForce("both", NOW, "America/New_York")
                        .orElseThrow()
                        .parts()
                        .zone())
                .isEqualTo("America/New_York");
        assertThat(book.inForce("both", NOW, "Pacific/Auckland")
                        .orElseThrow()
                        .parts()
                        .zone())
                .isEmpty();
    }

    @Test
    void theZoneOfACustomerIsNothingToACalendarThatDoesNotGoByIt() {
        CalendarBook book = new CalendarBook(List.of(team));

        assertThat(book.inForce("team", NOW, "America/Denver").orElseThrow().ref())
                .isEqualTo(new CalendarRef("team", 1));
    }

    @Test
    void aCombinationWithoutItsMembersCannotBePinned() {
        CalendarBook book = new CalendarBook(List.of(team, customer, both));

        assertThatThrownBy(() -> book.pinned(new CalendarRef("both", 1))).isInstanceOf(IllegalStateException.class);
    }

    private static CalendarRef ref(String id, Map<String, Integer> members, String zone) {
        return new CalendarRef(id, 1, new CalendarParts(members, zone));
    }

    /** Of the day that begins now. */
    private static long openHours(PinnedCalendar calendar) {
        return calendar.calendar().elapsed(NOW, NOW.plus(Duration.ofDays(1))).toHours();
    }
}
