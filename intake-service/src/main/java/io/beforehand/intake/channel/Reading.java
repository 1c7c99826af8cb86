package io.beforehand.intake.channel;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Confirmation;
import io.beforehand.intake.adapter.Verification;
import java.util.List;
import java.util.Optional;

/** What a delivery turned out to be. */
sealed interface Reading {

    /** It did not show that it is the account's. */
    record Refused(Verification.Cause cause) implements Reading {}

    /** A delivery that is the account's own. */
    sealed interface Proven extends Reading {

        AccountKeys keys();

        Verification.Valid proof();
    }

    record Challenge(AccountKeys keys, Verification.Valid proof, Answer answer, Optional<Confirmation> confirmation)
            implements Proven {}

    record Told(AccountKeys keys, Verification.Valid proof, List<ChannelEvent> events) implements Proven {

        public Told {
            events = List.copyOf(events);
        }
    }

    /** It is none of what the channel sends. @param reason says nothing of what it holds */
    record Malformed(AccountKeys keys, Verification.Valid proof, String reason) implements Proven {}
}
