package io.beforehand.intake.mailbox;

/** The request that the clues of a mail lead to. */
sealed interface MailThread {

    /** None. */
    record Unknown() implements MailThread {}

    /** One in which the sender has a part: the conversation goes on. */
    record Joined(String conversation) implements MailThread {}

    /** One in which he has none: he gets a request of his own, with a link to that one. */
    record Linked(String requestId) implements MailThread {}
}
