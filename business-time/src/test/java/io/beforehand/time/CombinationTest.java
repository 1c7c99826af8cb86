package io.beforehand.time;

import static io.beforehand.time.Hours.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.time.Combination.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void isOpenWhenBothTheCustomerAndTheTeamAre() {
        // Given eight to four in New York, which is two to ten in Berlin
        BusinessCalendar both = allOf(
                hours("America/New_York").weekdays("08:00-16:00").written(),
                hours("Europe/Berlin").weekdays("09:00-17:00").written());

        // Then three hours a day are left, and one more while only New York's clocks have been put forward
        assertThat(both.elapsed(at("2026-02-02T00:00:00Z"), at("2026-02-03T00:00:00Z")))
                .isEqualTo(Duration.ofHours(3));
        assertThat(both.elapsed(at("2026-03-10T00:00:00Z"), at("2026-03-11T00:00:00Z")))
                .isEqualTo(Duration.ofHours(4));
        assertThat(both.due(at("2026-02-02T15:30:00Z"), HOUR)).isEqualTo(at("2026-02-03T13:30:00Z"));
    }

    @Test
    void aHolidayOfEitherClosesBothAndOnlyItsOwnTeamWhenAnyCounts() {
        OpeningHours berlin =
                hours("UTC").weekdays("09:00-17:00").holiday("2026-10-05").written();
        OpeningHours paris = hours("UTC").weekdays("10:00-18:00").written();

        assertThat(allOf(berlin, paris).elapsed(at("2026-10-05T00:00:00Z"), at("2026-10-06T00:00:00Z")))
                .isEqualTo(Duration.ZERO);
        assertThat(anyOf(berlin, paris).elapsed(at("2026-10-05T00:00:00Z"), at("2026-10-06T00:00:00Z")))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void followsTheSunRoundTheClockOnWeekdaysAndCountsHandoversOnce() {
        // Given three teams whose hours overlap in summer
        BusinessCalendar sun = anyOf(
                hours("Asia/Singapore").weekdays("08:00-17:00").written(),
                hours("Europe/Berlin").weekdays("09:00-18:00").written(),
                hours("America/Denver").weekdays("08:00-18:00").written());

        // Then it is open from Monday's eight in Singapore to Friday's six in Denver
        assertThat(sun.due(at("2026-06-01T08:00:00+08:00"), Duration.ofHours(24)))
                .isEqualTo(at("2026-06-02T08:00:00+08:00"));
        assertThat(sun.due(at("2026-06-05T17:00:00-06:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-06-08T09:00:00+08:00"));
    }

    @Test
    void combinationsMayBePutTogetherOfOthers() {
        // Given whoever of two teams is there, but only in the customer's hours
        OpeningHours early = hours("UTC").daily("06:00-12:00").written();
        OpeningHours late = hours("UTC").daily("14:00-20:00").written();
        OpeningHours customer = hours("UTC").daily("10:00-16:00").written();
        BusinessCalendar served = allOf(new Combination(Rule.ANY_OF, List.of(early, late)), customer);

        assertThat(served.due(at("2026-06-01T11:00:00Z"), Duration.ofHours(2))).isEqualTo(at("2026-06-01T15:00:00Z"));
    }

    @Test
    void alwaysChangesNothingWhereAllMustBeOpenAndEverythingWhereAnyMay() {
        OpeningHours office = hours("UTC").weekdays("09:00-17:00").written();
        Instant friday = at("2026-11-20T16:30:00Z");

        assertThat(allOf(new AlwaysOpen(), office).due(friday, HOUR)).isEqualTo(at("2026-11-23T09:30:00Z"));
        assertThat(anyOf(new AlwaysOpen(), office).due(friday, HOUR)).isEqualTo(at("2026-11-20T17:30:00Z"));
    }

    @Test
    void hoursThatNeverMeetNeverOpen() {
        OpeningHours mornings = hours("UTC").weekdays("09:00-12:00").written();
        OpeningHours afternoons = hours("UTC").weekdays("12:00-17:00").written();
        Instant now = at("2026-11-20T16:30:00Z");

        assertThat(allOf(mornings, afternoons).opensFrom(now)).isFalse();
        assertThat(anyOf(mornings, afternoons).opensFrom(now)).isTrue();
        assertThatThrownBy(() -> allOf(mornings, afternoons).due(now, HOUR)).isInstanceOf(DueTooFarException.class);
    }

    @Test
    void hoursThatMeetOnOneDayInYearsDoOpen() {
        OpeningHours leap = hours("UTC").special("2032-02-29", "09:00-10:00").written();
        OpeningHours office = hours("UTC").daily("09:30-17:00").written();

        assertThat(allOf(leap, office).due(at("2026-11-20T16:30:00Z"), Duration.ZERO))
                .isEqualTo(at("2032-02-29T09:30:00Z"));
    }

    @Test
    void aCombinationOfNothingIsNone() {
        assertThatThrownBy(() -> new Combination(Rule.ANY_OF, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalMembersMakeEqualCalendars() {
        OpeningHours office = hours("UTC").weekdays("09:00-17:00").written();

        assertThat(allOf(office, office)).isEqualTo(allOf(office, office)).isNotEqualTo(anyOf(office, office));
    }

    private static BusinessCalendar allOf(Openings... members) {
        return new WorkingCalendar(new Combination(Rule.ALL_OF, List.of(members)));
    }

    private static BusinessCalendar anyOf(Openings... members) {
        return new WorkingCalendar(new Combination(Rule.ANY_OF, List.of(members)));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
