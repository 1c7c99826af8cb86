package io.beforehand.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.notification.delivery.AttemptOutcome.Accepted;
import io.beforehand.notification.delivery.AttemptOutcome.Failed;
import io.beforehand.notification.mail.SmtpAnswer;
import io.beforehand.notification.webhook.Answer;
import io.beforehand.notification.webhook.Answer.Trouble;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptOutcomeTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void only2xxIsAYes(int code) {
        assertThat(AttemptOutcome.of(new Answer.Status(code, null))).isEqualTo(new Accepted());
    }

    @Test
    void whatTheReceiverCallsTheMessageIsKept() {
        assertThat(AttemptOutcome.of(new Answer.Status(200, null, "SM-1"))).isEqualTo(new Accepted("SM-1"));
        assertThat(AttemptOutcome.of(new Answer.Status(500, null, "SM-1")))
                .isEqualTo(Failed.of(Fault.RETRY, "http-500"));
    }

    @ParameterizedTest
    @CsvSource({
        "301, CONFIG_BROKEN",
        "302, CONFIG_BROKEN",
        "307, CONFIG_BROKEN",
        "400, PERMANENT",
        "401, CONFIG_BROKEN",
        "403, CONFIG_BROKEN",
        "404, CONFIG_BROKEN",
        "410, CONFIG_BROKEN",
        "408, RETRY",
        "413, PERMANENT",
        "422, PERMANENT",
        "425, RETRY",
        "429, RETRY",
        "500, RETRY",
        "502, RETRY",
        "503, RETRY",
        "504, RETRY",
        "199, RETRY"
    })
    void everyOtherStatusHasItsFault(int code, Fault fault) {
        assertThat(AttemptOutcome.of(new Answer.Status(code, null))).isEqualTo(Failed.of(fault, "http-" + code));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aReceiverThatAsksForAPauseGetsIt(int code) {
        Duration asked = Duration.ofMinutes(7);

        assertThat(AttemptOutcome.of(new Answer.Status(code, asked)))
                .isEqualTo(new Failed(Fault.RETRY_AFTER, "http-" + code, asked));
    }

    @ParameterizedTest
    @CsvSource({
        "SESSION, 421, RETRY",
        "SESSION, 454, RETRY",
        "SESSION, 535, CONFIG_BROKEN",
        "SESSION, 554, CONFIG_BROKEN",
        "SENDER, 553, CONFIG_BROKEN",
        "RECIPIENT, 450, RETRY",
        "RECIPIENT, 530, CONFIG_BROKEN",
        "RECIPIENT, 550, PERMANENT",
        "CONTENT, 452, RETRY",
        "CONTENT, 554, PERMANENT"
    })
    void aMailThatIsRefusedForGoodIsOnlyGivenUpIfThatIsNotOursToMend(SmtpAnswer.Step step, int code, Fault fault) {
        assertThat(AttemptOutcome.of(new SmtpAnswer.Refused(step, code))).isEqualTo(Failed.of(fault, "smtp-" + code));
    }

    @Test
    void aPauseIsNotGrantedWithAnyOtherStatus() {
        assertThat(AttemptOutcome.of(new Answer.Status(500, Duration.ofDays(1))))
                .isEqualTo(Failed.of(Fault.RETRY, "http-500"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, UNREACHABLE, unreachable",
        "TIMEOUT, RETRY, timeout",
        "CONNECTION_LOST, RETRY, connection-lost",
        "TLS_REFUSED, CONFIG_BROKEN, tls-refused",
        "ADDRESS_NOT_ALLOWED, CONFIG_BROKEN, address-not-allowed"
    })
    void noAnswerHasItsFaultToo(Trouble trouble, Fault fault, String reason) {
        assertThat(AttemptOutcome.of(new Answer.None(trouble))).isEqualTo(Failed.of(fault, reason));
    }
}
