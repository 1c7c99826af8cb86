package io.beforehand.intake.mailbox;

/** By what a mail may be known to belong to a request. */
sealed interface Clue {

    /** It answers a mail of that Message-ID, which may have come in before. */
    record Answers(String mailId) implements Clue {}

    /** It names the request by a token that only its participants can know. */
    record Names(String requestId) implements Clue {}

    /** Its subject holds the request's number, which anybody can write. */
    record Mentions(String number) implements Clue {}
}
