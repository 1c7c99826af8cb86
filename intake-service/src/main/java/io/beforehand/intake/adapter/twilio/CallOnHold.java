package io.beforehand.intake.adapter.twilio;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call that came in and that nobody has taken yet: Twilio asks what to do with it, again and again while it is told to wait.
 *
 * @param conversation the call's, by which its request is found
 * @param language of the country that was called, for accounts that do not say theirs
 * @param address where Twilio is to ask again: the one it asked now, as it was signed
 * @param isNew whether nothing was said to the caller yet
 */
record CallOnHold(String conversation, SpokenLanguage language, String address, boolean isNew) {

    /** How long a caller hears nothing; also how old what he is told may be. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Empty if the delivery is something else. */
    static Optional<CallOnHold> of(Delivery delivery, AccountKeys keys) {
        if (!delivery.mediaType().equals(TwilioSignature.FORM)) {
            return Optional.empty();
        }
        Fields fields = Fields.of(delivery);
        TwilioCall call = new TwilioCall(fields, null);
        if (!fields.has("CallSid") || !call.isGoingOn()) {
            return Optional.empty();
        }
        return Optional.of(new CallOnHold(
                call.id(),
                SpokenLanguage.ofCountry(fields.first("CalledCountry", "ToCountry")),
                TwilioSignature.address(delivery, keys).orElse(delivery.target()),
                !fields.or("CallStatus", "ringing").equals("in-progress")));
    }

    /** Thanks once, tells where the call waits as far as that is known, and keeps the caller on the line. */
    Answer told(Wait wait) {
        SpokenLanguage spoken = wait.locale() == null ? language : SpokenLanguage.of(wait.locale());
        List<String> lines = new ArrayList<>();
        if (isNew) {
            lines.add(spoken.thanks());
        }
        if (wait.owner() != null) {
            lines.add(spoken.inHands(wait.owner()));
        } else if (wait.position() != null) {
            lines.add(spoken.inQueue(wait.position(), wait.expected()));
        }
        return Twiml.hold(spoken, lines, PAUSE, address);
    }
}
