package io.beforehand.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.localstack.Delivery;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SinkLineTest {
    @Test
    void anAcknowledgementIsOneReadableLine() {
        assertThat(SinkLine.of(delivery(
                        "{\"deliveryId\":\"d\",\"kind\":\"acknowledgement\",\"number\":\"R-7\",\"text\":\"您好，\\n我们已收到\"}",
                        204)))
                .isEqualTo("/customers/chat  acknowledgement  R-7  您好， 我们已收到");
    }

    @Test
    void whatOthersWroteDoesNotSteerTheTerminal() {
        assertThat(SinkLine.of(delivery("{\"text\":\"\\u001b[2Jgone\\u202e\"}", 204)))
                .isEqualTo("/customers/chat  [2Jgone");
    }

    @Test
    void aRefusedDeliveryShowsTheAnswer() {
        assertThat(SinkLine.of(delivery("no json", 401))).isEqualTo("/customers/chat  no json  (answered 401)");
    }

    private static Delivery delivery(String body, int status) {
        return new Delivery("/customers/chat", "id", Map.of(), body, Instant.EPOCH, status);
    }
}
