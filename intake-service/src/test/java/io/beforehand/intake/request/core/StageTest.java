package io.beforehand.intake.request.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.RequestStatus;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    @ParameterizedTest
    @CsvSource({
        "open,     open pending on-hold resolved closed",
        "pending,  open pending on-hold resolved closed",
        "on-hold,  open pending on-hold resolved closed",
        "resolved, open resolved closed",
        "closed,   closed",
    })
    void aRequestGoesOnlyWhereItMay(String from, String allowed) {
        String reached = Arrays.stream(RequestStatus.values())
                .flatMap(to -> Stage.of(RequestStatus.of(from), null).moveTo(to, null).stream())
                .map(stage -> stage.status().wireName())
                .collect(Collectors.joining(" "));

        assertThat(reached).isEqualTo(allowed);
    }
}
