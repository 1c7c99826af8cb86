package io.beforehand.intake.mail;

/** Who or what wrote a mail, as far as it shows. */
public sealed interface Nature {

    /** Somebody. */
    record Person() implements Nature {}

    /**
     * A machine or a list: what it says may matter, but an answer by a machine would go round in circles.
     *
     * @param reason by what it shows
     */
    record Machine(String reason) implements Nature {}

    /**
     * A machine that answered a mail of ours: nothing was said.
     *
     * @param reason by what it shows
     */
    record AutoReply(String reason) implements Nature {}

    /** What became of a mail of ours. */
    record Told(Report report) implements Nature {}
}
