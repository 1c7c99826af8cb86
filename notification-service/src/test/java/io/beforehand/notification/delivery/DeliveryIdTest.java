package io.beforehand.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryIdTest {

    @Test
    void aMessageToACustomerHasTheSameIdWheneverItIsAskedFor() {
        assertThat(DeliveryId.ofAcknowledgement("r-1")).isEqualTo(DeliveryId.ofAcknowledgement("r-1"));
        assertThat(DeliveryId.ofReply("r-1", "m-1")).isEqualTo(DeliveryId.ofReply("r-1", "m-1"));
    }

    @Test
    void differentMessagesHaveDifferentIds() {
        assertThat(DeliveryId.ofAcknowledgement("r-1"))
                .isNotEqualTo(DeliveryId.ofAcknowledgement("r-2"))
                .isNotEqualTo(DeliveryId.ofReply("r-1", ""));
        assertThat(DeliveryId.ofReply("r-1", "m-1")).isNotEqualTo(DeliveryId.ofReply("r-1", "m-2"));
    }

    /** Receivers know them: a change here would send a second copy of what they have. */
    @Test
    void theIdOfAnAcknowledgementIsFixedForGood() {
        assertThat(DeliveryId.ofAcknowledgement("r-1")).isEqualTo("bd6de90f-4c71-5814-b9e4-4c1c8acc3ca7");
    }
}
