package io.beforehand.messaging.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.messaging.UnprocessableException;
import io.beforehand.messaging.partition.NotOwnerException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureClassTest {

    private static PgException sqlState(String state) {
        return new PgException("message", "ERROR", state, "detail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "57014", "58030", "25P03", "25006"})
    void whatTheSurroundingsDidIsTriedAgain(String state) {
        assertThat(FailureClass.of(sqlState(state))).isEqualTo(FailureClass.RETRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22001", "23505", "23514", "54000"})
    void whatLiesInTheDataIsSetAside(String state) {
        assertThat(FailureClass.of(sqlState(state))).isEqualTo(FailureClass.DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "42601", "0A000", "25P02", "XX000"})
    void anyOtherStateIsABug(String state) {
        assertThat(FailureClass.of(sqlState(state))).isEqualTo(FailureClass.BUG);
    }

    @Test
    void lostConnectionsAndTimeoutsAreTriedAgain() {
        assertThat(FailureClass.of(new ClosedChannelException())).isEqualTo(FailureClass.RETRY);
        assertThat(FailureClass.of(new IOException("Connection refused"))).isEqualTo(FailureClass.RETRY);
        assertThat(FailureClass.of(new TimeoutException())).isEqualTo(FailureClass.RETRY);
        assertThat(FailureClass.of(new io.smallrye.mutiny.TimeoutException())).isEqualTo(FailureClass.RETRY);
        assertThat(FailureClass.of(new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .isEqualTo(FailureClass.RETRY);
        assertThat(FailureClass.of(new VertxException("Timeout waiting for connection")))
                .isEqualTo(FailureClass.RETRY);
        assertThat(FailureClass.of(new NoStackTraceThrowable("Connection is closed")))
                .isEqualTo(FailureClass.RETRY);
    }

    @Test
    void theFirstCauseThatTellsCounts() {
        assertThat(FailureClass.of(new CompletionException(sqlState("23505")))).isEqualTo(FailureClass.DATA);
        assertThat(FailureClass.of(new IllegalArgumentException(new NotOwnerException(Set.of(3)))))
                .isEqualTo(FailureClass.NOT_OWNER);
    }

    @Test
    void whatNobodyExpectedIsABug() {
        assertThat(FailureClass.of(new NullPointerException())).isEqualTo(FailureClass.BUG);
        assertThat(FailureClass.of(new IllegalStateException("state"))).isEqualTo(FailureClass.BUG);
        assertThat(FailureClass.of(new UnprocessableException("unknown-agent"))).isEqualTo(FailureClass.DATA);
    }

    @Test
    void aFailureIsDescribedWithoutItsMessage() {
        // Given
        Throwable failure = new CompletionException("王小明", sqlState("22021"));

        // Then
        assertThat(Failures.describe(failure))
                .doesNotContain("王小明", "message", "detail")
                .contains("22021");
        assertThat(Failures.reason(failure)).isEqualTo("sqlstate-22021");
    }
}
