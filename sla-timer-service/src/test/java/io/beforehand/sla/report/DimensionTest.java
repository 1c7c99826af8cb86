package io.beforehand.sla.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DimensionTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void periodsAreNamedAsPeopleInTheZoneNameThem() {
        Instant midnight = Instant.parse("2026-09-30T22:00:00Z");

        assertThat(Dimension.HOUR.period(midnight, BERLIN)).isEqualTo("2026-10-01T00:00+02:00");
        assertThat(Dimension.DAY.period(midnight, BERLIN)).isEqualTo("2026-10-01");
        assertThat(Dimension.MONTH.period(midnight, BERLIN)).isEqualTo("2026-10");
    }

    @Test
    void theFirstDaysOfAYearMayBelongToTheLastWeekOfTheOneBefore() {
        Instant monday = Instant.parse("2026-12-27T23:00:00Z");

        assertThat(Dimension.WEEK.period(monday, BERLIN)).isEqualTo("2026-W53");
    }

    @Test
    void theTwoHoursOfOneNameAreToldApartByTheirOffset() {
        assertThat(Dimension.HOUR.period(Instant.parse("2026-10-25T00:00:00Z"), BERLIN))
                .isEqualTo("2026-10-25T02:00+02:00");
        assertThat(Dimension.HOUR.period(Instant.parse("2026-10-25T01:00:00Z"), BERLIN))
                .isEqualTo("2026-10-25T02:00+01:00");
    }

    @Test
    void whoAsksForAnotherIsToldWhichThereAre() {
        assertThatThrownBy(() -> Dimension.of("colour"))
                .hasMessage("must be among metric, channel, policy, team, agent, priority, hour, day, week, month");
    }
}
