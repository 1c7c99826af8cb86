package io.beforehand.time;

import static io.beforehand.time.Hours.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aGoalUsedUpExactlyAtClosingIsDueAtClosing() {
        BusinessCalendar office = hours("Europe/Berlin").weekdays("09:00-17:00").calendar();

        assertThat(office.due(at("2026-11-20T16:00:00+01:00"), HOUR)).isEqualTo(at("2026-11-20T17:00:00+01:00"));
        assertThat(office.due(at("2026-11-20T16:00:00+01:00"), HOUR.plusNanos(1)))
                .isEqualTo(at("2026-11-23T09:00:00.000000001+01:00"));
    }

    @Test
    void aGoalOfNothingIsDueAtTheNextOpenMoment() {
        BusinessCalendar office = hours("Europe/Berlin").weekdays("09:00-17:00").calendar();

        assertThat(office.due(at("2026-11-20T16:00:00+01:00"), Duration.ZERO))
                .isEqualTo(at("2026-11-20T16:00:00+01:00"));
        assertThat(office.due(at("2026-11-20T17:00:00+01:00"), Duration.ZERO))
                .isEqualTo(at("2026-11-23T09:00:00+01:00"));
    }

    @Test
    void aHolidayClosesTheTailOfTheShiftBeforeItAndNotTheTailOfItsOwn() {
        BusinessCalendar nights =
                hours("UTC").daily("22:00-06:00").holiday("2026-05-02").calendar();

        assertThat(nights.elapsed(at("2026-05-01T12:00:00Z"), at("2026-05-02T12:00:00Z")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(nights.elapsed(at("2026-05-02T12:00:00Z"), at("2026-05-03T12:00:00Z")))
                .isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aSpecialDayHasItsOwnWindowsEvenOnAHolidayAndTheirTailsCount() {
        BusinessCalendar office = hours("UTC")
                .weekdays("09:00-17:00")
                .holiday("2026-12-24")
                .special("2026-12-24", "09:00-12:00")
                .special("2026-12-30", "20:00-02:00")
                .special("2026-12-28")
                .calendar();

        assertThat(office.elapsed(at("2026-12-24T00:00:00Z"), at("2026-12-25T00:00:00Z")))
                .isEqualTo(Duration.ofHours(3));
        assertThat(office.elapsed(at("2026-12-28T00:00:00Z"), at("2026-12-29T00:00:00Z")))
                .isEqualTo(Duration.ZERO);
        assertThat(office.elapsed(at("2026-12-30T00:00:00Z"), at("2027-01-01T00:00:00Z")))
                .isEqualTo(Duration.ofHours(4 + 2 + 8));
    }

    @Test
    void aShiftLastsAnHourMoreOrLessInTheNightInWhichClocksAreChanged() {
        BusinessCalendar nights = hours("Europe/Berlin").daily("22:00-06:00").calendar();

        assertThat(nights.elapsed(at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.elapsed(at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z")))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void aTimeThatIsSkippedMovesOnByWhatIsSkippedAndOfTwoTheFirstCounts() {
        BusinessCalendar early = hours("Europe/Berlin").daily("02:30-04:00").calendar();

        assertThat(early.due(at("2026-03-29T00:00:00+01:00"), Duration.ZERO))
                .isEqualTo(at("2026-03-29T03:30:00+02:00"));
        assertThat(early.due(at("2026-10-25T00:00:00+02:00"), Duration.ZERO))
                .isEqualTo(at("2026-10-25T02:30:00+02:00"));
        assertThat(early.elapsed(at("2026-10-25T00:00:00+02:00"), at("2026-10-26T00:00:00+01:00")))
                .isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void windowsThatAChangeOfClocksPushesIntoEachOtherCountOnce() {
        BusinessCalendar broken =
                hours("Europe/Berlin").daily("01:00-02:45", "03:00-05:00").calendar();

        assertThat(broken.elapsed(at("2026-03-29T00:00:00+01:00"), at("2026-03-30T00:00:00+02:00")))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aDayThatTheDateLineSkippedIsNoTime() {
        BusinessCalendar samoa = hours("Pacific/Apia").daily("09:00-17:00").calendar();

        assertThat(samoa.elapsed(at("2011-12-29T00:00:00-10:00"), at("2012-01-01T00:00:00+14:00")))
                .isEqualTo(Duration.ofHours(16));
    }

    @Test
    void aCalendarThatNeverOpensIsRefused() {
        assertThatThrownBy(() -> hours("UTC").holiday("2026-01-01").calendar()).isInstanceOf(NeverOpensException.class);
        assertThatThrownBy(() -> hours("UTC").weekdays().special("2026-01-01").calendar())
                .isInstanceOf(NeverOpensException.class);
    }

    @Test
    void aDeadlineFurtherThanTenYearsOffIsRefused() {
        BusinessCalendar sundays =
                hours("UTC").on(Set.of(DayOfWeek.SUNDAY), "11:00-12:00").calendar();
        BusinessCalendar once =
                hours("UTC").special("2026-01-01", "09:00-10:00").calendar();
        Instant start = at("2026-01-01T00:00:00Z");

        assertThat(sundays.due(start, Duration.ofHours(520))).isEqualTo(at("2035-12-16T12:00:00Z"));
        assertThatThrownBy(() -> sundays.due(start, Duration.ofHours(523))).isInstanceOf(DueTooFarException.class);
        assertThatThrownBy(() -> once.due(start, Duration.ofMinutes(61))).isInstanceOf(DueTooFarException.class);
        assertThatThrownBy(() -> once.due(at("2026-01-01T10:00:00Z"), Duration.ZERO))
                .isInstanceOf(DueTooFarException.class);
        assertThatThrownBy(() -> new AlwaysOpen().due(start, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(DueTooFarException.class);
    }

    @Test
    void equalHoursMakeEqualCalendars() {
        assertThat(hours("UTC").weekdays("09:00-17:00").calendar())
                .isEqualTo(hours("UTC").weekdays("09:00-17:00").calendar())
                .isNotEqualTo(hours("Asia/Tokyo").weekdays("09:00-17:00").calendar());
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void stretchAfterStretchItIsOpenWhenItsHoursSay(long seed) {
        // Given
        SplittableRandom random = new SplittableRandom(seed);
        LocalDate first = RandomHours.beginning(random);
        OpeningHours hours = RandomHours.from(random, first);
        BusinessCalendar calendar = new WorkingCalendar(hours);
        Instant from = first.atTime(10, 17).toInstant(ZoneOffset.UTC);
        Instant to = from.plus(Duration.ofDays(12));

        // When
        List<Interval> open = new ArrayList<>();
        for (Optional<Interval> next = calendar.firstOpen(from, to);
                next.isPresent();
                next = calendar.firstOpen(next.get().to(), to)) {
            open.add(next.get());
        }

        // Then
        assertThat(open).isEqualTo(hours.between(from, to));
    }
}
