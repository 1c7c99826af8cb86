package io.beforehand.notification.delivery;

import io.beforehand.notification.mail.SmtpAnswer;
import io.beforehand.notification.webhook.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an attempt to deliver came to. */
public sealed interface AttemptOutcome {

    /**
     * The receiver has it.
     *
     * @param messageId what the receiver calls it; missing where it did not say
     */
    record Accepted(@Nullable String messageId) implements AttemptOutcome {

        /** By a receiver that did not say what it calls it. */
        public Accepted() {
            this(null);
        }
    }

    /**
     * The receiver does not have it, as far as is known.
     *
     * @param reason a stable word such as {@code http-503} or {@code timeout}
     * @param notBefore how long to wait at least before the next attempt
     */
    record Failed(Fault fault, String reason, Duration notBefore) implements AttemptOutcome {

        static Failed of(Fault fault, String reason) {
            return new Failed(fault, reason, Duration.ZERO);
        }
    }

    /** There was nowhere to send it, or nobody there who wants it. */
    record NoDestination(String reason) implements AttemptOutcome {}

    /** Only 2xx is a yes. A redirect counts as a wrong address: following it could lead anywhere. */
    static AttemptOutcome of(Answer answer) {
        return switch (answer) {
            case Answer.None none -> of(none.trouble());
            case Answer.Status status -> of(status);
        };
    }

    private static AttemptOutcome of(Answer.Status status) {
        int code = status.code();
        if (code >= 200 && code < 300) {
            return new Accepted(status.messageId());
        }
        Duration retryAfter = status.retryAfter();
        return retryAfter != null && (code == 429 || code == 503)
                ? new Failed(Fault.RETRY_AFTER, "http-" + code, retryAfter)
                : Failed.of(faultOf(code), "http-" + code);
    }

    private static Fault faultOf(int code) {
        return switch (code) {
            case 401, 403, 404, 407, 410 -> Fault.CONFIG_BROKEN;
            case 408, 425, 429 -> Fault.RETRY;
            default -> {
                if (code >= 300 && code < 400) {
                    yield Fault.CONFIG_BROKEN;
                }
                yield code >= 400 && code < 500 ? Fault.PERMANENT : Fault.RETRY;
            }
        };
    }

    /** 4yz passes. 5yz about the recipient or the mail itself is final; about the session or the sender, ours to mend. */
    static AttemptOutcome of(SmtpAnswer answer) {
        return switch (answer) {
            case SmtpAnswer.Accepted _ -> new Accepted();
            case SmtpAnswer.None none -> of(none.trouble());
            case SmtpAnswer.Unfit _ -> Failed.of(Fault.CONFIG_BROKEN, "smtp-unfit");
            case SmtpAnswer.Refused(SmtpAnswer.Step step, int code) -> Failed.of(faultOf(step, code), "smtp-" + code);
        };
    }

    private static Fault faultOf(SmtpAnswer.Step step, int code) {
        if (code < 500) {
            return Fault.RETRY;
        }
        return switch (step) {
            case SESSION, SENDER -> Fault.CONFIG_BROKEN;
            // 530: nobody is logged in who would have to be.
            case RECIPIENT, CONTENT -> code == 530 ? Fault.CONFIG_BROKEN : Fault.PERMANENT;
        };
    }

    private static AttemptOutcome of(Answer.Trouble trouble) {
        return switch (trouble) {
            case UNREACHABLE -> Failed.of(Fault.UNREACHABLE, "unreachable");
            case TIMEOUT -> Failed.of(Fault.RETRY, "timeout");
            case CONNECTION_LOST -> Failed.of(Fault.RETRY, "connection-lost");
            case TLS_REFUSED -> Failed.of(Fault.CONFIG_BROKEN, "tls-refused");
            case ADDRESS_NOT_ALLOWED -> Failed.of(Fault.CONFIG_BROKEN, "address-not-allowed");
        };
    }
}
