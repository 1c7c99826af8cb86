package io.beforehand.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTest {

    @ParameterizedTest
    @CsvSource({
        "sent, false,",
        "delivered, true,",
        "read, true,",
        "failed, false, failed",
        "bounced-hard, false, bounced",
        "bounced-soft, false,",
        "complaint, false,"
    })
    void everyWordOfTheChannelsSaysWhetherTheMessageArrivedOrWhyNot(String word, boolean arrived, String failure) {
        Receipt receipt = Receipt.of(word).orElseThrow();

        assertThat(receipt.arrived()).isEqualTo(arrived);
        assertThat(receipt.failure().orElse(null)).isEqualTo(failure);
    }

    @Test
    void aWordFromANewerVersionIsNone() {
        assertThat(Receipt.of("eaten-by-the-dog")).isEmpty();
    }
}
