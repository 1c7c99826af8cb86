package io.beforehand.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.time.AlwaysOpen;
import io.beforehand.time.Combination.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarBookTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void theLatestVersionCountsFromItsEffectiveDateOn() {
        CalendarBook book = new CalendarBook(List.of(
                version(1, DatedCalendar.AT_ONCE), version(3, NOW.plusSeconds(60)), version(2, NOW.minusSeconds(60))));

        assertThat(book.inForce("office", NOW.minusSeconds(61))).hasValue(calendar(1));
        assertThat(book.inForce("office", NOW.minusSeconds(60))).hasValue(calendar(2));
        assertThat(book.inForce("office", NOW.plusSeconds(60))).hasValue(calendar(3));
        assertThat(book.latest("office")).hasValue(version(3, NOW.plusSeconds(60)));
    }

    @Test
    void aNewVersionReplacesOneThatWasToCountLater() {
        CalendarBook book =
                new CalendarBook(List.of(version(1, NOW.plusSeconds(60)), version(2, DatedCalendar.AT_ONCE)));

        assertThat(book.inForce("office", NOW.plusSeconds(61))).hasValue(calendar(2));
    }

    @Test
    void theFirstVersionCountsUntilOneDoes() {
        CalendarBook book = new CalendarBook(List.of(version(1, NOW.plusSeconds(60))));

        assertThat(book.inForce("office", NOW)).hasValue(calendar(1));
    }

    @Test
    void alwaysIsThereAndWhatIsNotThereIsNot() {
        assertThat(CalendarBook.BUILT_IN.inForce("always", NOW)).hasValue(PinnedCalendar.ALWAYS);
        assertThat(CalendarBook.BUILT_IN.inForce("office", NOW)).isEmpty();
        assertThatThrownBy(() -> CalendarBook.BUILT_IN.pinned(new CalendarRef("always", 2)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRetiredCalendarIsUnknownToWhoeverWritesButCountsForWhateverGoesByIt() {
        CalendarBook book = new CalendarBook(List.of(version(1, DatedCalendar.AT_ONCE)), Set.of("office"));

        assertThat(book.knows("office")).isFalse();
        assertThat(book.latest()).extracting(calendar -> calendar.ref().id()).containsExactly("always");
        assertThat(book.latest("office")).hasValue(version(1, DatedCalendar.AT_ONCE));
        assertThat(book.inForce("office", NOW)).hasValue(calendar(1));
        assertThat(book.drafted("office", new Definition.Always()).knows("office"))
                .isTrue();
    }

    @Test
    void whatNamesACalendarIsFoundUnlessItIsOutOfUseItself() {
        DatedCalendar both = new DatedCalendar(
                new CalendarRef("both", 1),
                new Definition.Combined(Rule.ALL_OF, List.of(new Definition.Named("office"), new Definition.Always())),
                DatedCalendar.AT_ONCE);
        List<DatedCalendar> versions = List.of(version(1, DatedCalendar.AT_ONCE), both);

        assertThat(new CalendarBook(versions).naming("office", NOW)).containsExactly("both");
        assertThat(new CalendarBook(versions).naming("both", NOW)).isEmpty();
        assertThat(new CalendarBook(versions, Set.of("both")).naming("office", NOW))
                .isEmpty();
    }

    private static DatedCalendar version(int version, Instant effectiveFrom) {
        return new DatedCalendar(new CalendarRef("office", version), new Definition.Always(), effectiveFrom);
    }

    private static PinnedCalendar calendar(int version) {
        return new PinnedCalendar("office", version, new AlwaysOpen());
    }
}
