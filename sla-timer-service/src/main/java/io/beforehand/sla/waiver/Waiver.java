package io.beforehand.sla.waiver;

import io.beforehand.events.ClockRef;
import java.time.Instant;

/**
 * A breach that somebody wants excused.
 *
 * @param reason why, for people
 */
public record Waiver(ClockRef clock, Person by, String reason, Instant at, Decision decision) {

    static final int LONGEST_REASON = 1000;

    public Waiver {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("must be a text of at most " + LONGEST_REASON + " characters");
        }
    }

    /** What somebody else thinks of it. */
    public sealed interface Decision {

        /** A stable word: {@code pending}, {@code approved} or {@code rejected}. */
        String wireName();

        /** Nobody has decided yet. */
        record Pending() implements Decision {

            @Override
            public String wireName() {
                return "pending";
            }
        }

        record Approved(Person by, Instant at) implements Decision {

            @Override
            public String wireName() {
                return "approved";
            }
        }

        record Rejected(Person by, Instant at) implements Decision {

            @Override
            public String wireName() {
                return "rejected";
            }
        }
    }

    /** What comes of a decision. */
    public sealed interface Outcome {

        record Decided(Waiver waiver) implements Outcome {}

        /** Who asks for a waiver does not approve it. */
        record SecondPersonNeeded() implements Outcome {}

        record AlreadyDecided() implements Outcome {}
    }

    static Waiver ask(ClockRef clock, Person by, String reason, Instant at) {
        return new Waiver(clock, by, reason, at, new Decision.Pending());
    }

    Outcome approve(Person second, Instant when) {
        return second.is(by) ? new Outcome.SecondPersonNeeded() : decide(new Decision.Approved(second, when));
    }

    /** Who asked may take it back in this way. */
    Outcome reject(Person second, Instant when) {
        return decide(new Decision.Rejected(second, when));
    }

    private Outcome decide(Decision made) {
        return decision instanceof Decision.Pending
                ? new Outcome.Decided(new Waiver(clock, by, reason, at, made))
                : new Outcome.AlreadyDecided();
    }
}
