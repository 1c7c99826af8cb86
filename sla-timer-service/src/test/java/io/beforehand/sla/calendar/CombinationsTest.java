package io.beforehand.sla.calendar;

import static io.beforehand.sla.calendar.Definitions.allOf;
import static io.beforehand.sla.calendar.Definitions.anyOf;
import static io.beforehand.sla.calendar.Definitions.daily;
import static io.beforehand.sla.calendar.Definitions.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CombinationsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private final Definition mornings = daily("UTC", "09:00", "12:00");
    private final Definition afternoons = daily("UTC", "12:00", "17:00");

    @Test
    void hoursThatMeetAreFine() {
        CalendarBook book = new CalendarBook(
                List.of(version("a", 1, mornings), version("b", 1, afternoons), version("c", 1, anyOf("a", "b"))));

        assertThat(Combinations.flaw(book, "c", NOW)).isEmpty();
    }

    @Test
    void aCalendarMustNotBePartOfItself() {
        CalendarBook book = new CalendarBook(List.of(
                version("a", 1, mornings),
                version("a", 2, anyOf("c", afternoons)),
                version("b", 1, anyOf("a", mornings)),
                version("c", 1, anyOf("b", mornings))));

        assertThat(Combinations.flaw(book, "a", NOW)).hasValue(new Flaw.Circle(List.of("a", "c", "b", "a")));
    }

    @Test
    void aVersionThatIsToCountLaterIsLookedAtAlready() {
        // Given
        DatedCalendar later = new DatedCalendar(new CalendarRef("a", 2), anyOf("b", mornings), NOW.plusSeconds(60));
        CalendarBook book =
                new CalendarBook(List.of(version("a", 1, mornings), later, version("b", 1, anyOf("a", mornings))));

        // Then
        assertThat(Combinations.flaw(book, "b", NOW)).hasValue(new Flaw.Circle(List.of("b", "a", "b")));
    }

    @Test
    void aVersionThatNoLongerCountsIsNotLookedAt() {
        CalendarBook book = new CalendarBook(List.of(
                version("a", 1, anyOf("b", mornings)),
                version("a", 2, mornings),
                version("b", 1, mornings),
                version("b", 2, anyOf("a", mornings))));

        assertThat(Combinations.flaw(book, "b", NOW)).isEmpty();
    }

    @Test
    void hoursThatNeverMeetNeverOpen() {
        CalendarBook book = new CalendarBook(
                List.of(version("a", 1, mornings), version("b", 1, afternoons), version("c", 1, allOf("a", "b"))));

        assertThat(Combinations.flaw(book, "c", NOW)).hasValue(new Flaw.NeverOpens("c"));
    }

    @Test
    void aChangeOfAMemberMustNotCloseTheCombinationNeitherNowNorLater() {
        // Given
        DatedCalendar later = new DatedCalendar(new CalendarRef("b", 2), afternoons, NOW.plusSeconds(60));
        CalendarBook book = new CalendarBook(
                List.of(version("a", 1, mornings), version("b", 1, mornings), later, version("c", 1, allOf("a", "b"))));

        // Then
        assertThat(Combinations.flaw(book, "b", NOW)).hasValue(new Flaw.NeverOpens("c"));
        assertThat(Combinations.flaw(book, "b", NOW.plusSeconds(61))).hasValue(new Flaw.NeverOpens("c"));
    }

    @Test
    void aCombinationOfTooManyHoursIsRefusedHoweverItIsPutTogether() {
        // Given each twice as large as the one before
        List<DatedCalendar> versions = new ArrayList<>(List.of(version("c0", 1, mornings)));
        IntStream.rangeClosed(1, 6)
                .forEach(i -> versions.add(version("c" + i, 1, anyOf("c" + (i - 1), "c" + (i - 1)))));
        CalendarBook book = new CalendarBook(versions);

        // Then
        assertThat(Combinations.flaw(book, "c5", NOW)).hasValue(new Flaw.TooMany("c6"));
        assertThat(Combinations.tooMany(book, anyOf("c5", mornings), NOW)).isFalse();
        assertThat(Combinations.tooMany(book, anyOf("c5", "c5"), NOW)).isTrue();
    }
}
