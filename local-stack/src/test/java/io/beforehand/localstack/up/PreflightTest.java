package io.beforehand.localstack.up;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Ports;
import io.beforehand.localstack.Service;
import io.beforehand.localstack.StackPorts;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PreflightTest {
    @Test
    void freePortsAreFine() {
        assertThatCode(() -> Preflight.checkPorts(StackPorts.free())).doesNotThrowAnyException();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPortInUseIsToldInOneSentenceWithItsOwnerAndTheWayOut() throws Exception {
        try (ServerSocket stranger = new ServerSocket(Ports.free())) {
            // Given
            int port = stranger.getLocalPort();
            StackPorts ports = new StackPorts(
                    port,
                    Ports.free(),
                    Ports.free(),
                    Ports.free(),
                    StackPorts.free().services());

            // When, then
            assertThatThrownBy(() -> Preflight.checkPorts(ports))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessage("Port " + port + ", meant for Kafka, is in use by pid "
                            + ProcessHandle.current().pid()
                            + " (java): stop what uses it, or set BEFOREHAND_KAFKA_PORT to another port.");
        }
    }

    @Test
    void onePortForTwoPartsIsTold() {
        // Given
        StackPorts free = StackPorts.free();
        StackPorts ports =
                new StackPorts(free.of(Service.SLA), free.postgres(), free.sink(), free.smtp(), free.services());

        // When, then
        assertThatThrownBy(() -> Preflight.checkPorts(ports))
                .hasMessageContaining("BEFOREHAND_KAFKA_PORT and BEFOREHAND_SLA_PORT");
    }

    @Test
    void aPortThatIsNoneIsTold() {
        assertThatThrownBy(() -> StackPorts.from(Map.of("BEFOREHAND_SLA_PORT", "eighty")))
                .hasMessage("BEFOREHAND_SLA_PORT must be a port between 1 and 65535, but is eighty.");
    }
}
