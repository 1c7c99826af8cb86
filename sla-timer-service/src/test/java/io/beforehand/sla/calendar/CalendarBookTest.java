package io.beforehand.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.time.AlwaysOpen;
import java.time.Instant;
import java.util.List;
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

    private static DatedCalendar version(int version, Instant effectiveFrom) {
        return new DatedCalendar(new CalendarRef("office", version), new Definition.Always(), effectiveFrom);
    }

    private static PinnedCalendar calendar(int version) {
        return new PinnedCalendar("office", version, new AlwaysOpen());
    }
}
