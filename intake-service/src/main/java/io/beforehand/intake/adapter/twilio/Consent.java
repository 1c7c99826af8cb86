package io.beforehand.intake.adapter.twilio;

import io.beforehand.events.Channel;
import java.util.Locale;
import java.util.Set;

/** What a message says about wanting messages at all. Twilio acts on it and answers it by itself. */
enum Consent {
    NOT_MENTIONED,
    WITHDRAWN,
    GIVEN,
    ASKED_ABOUT;

    /** Words that Twilio acts on in text messages even if it does not say that it did. */
    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");

    /** Twilio also takes {@code YES}; whoever answers a question with it means something else, and opts in by writing at all. */
    private static final Set<String> START = Set.of("START", "UNSTOP");

    static Consent of(Fields fields, Channel channel) {
        return switch (fields.or("OptOutType", "").toUpperCase(Locale.ROOT)) {
            case "STOP" -> WITHDRAWN;
            case "START" -> GIVEN;
            case "HELP" -> ASKED_ABOUT;
            default -> channel == Channel.SMS ? ofWord(fields.or("Body", "")) : NOT_MENTIONED;
        };
    }

    private static Consent ofWord(String body) {
        String word = body.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            return WITHDRAWN;
        }
        return START.contains(word) ? GIVEN : NOT_MENTIONED;
    }
}
