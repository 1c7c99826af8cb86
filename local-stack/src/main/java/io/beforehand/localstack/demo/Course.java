package io.beforehand.localstack.demo;

import java.time.Duration;

/**
 * How a request will be treated.
 *
 * @param answerAfter from the moment somebody has it; long enough, and the promise breaks
 * @param ending what the customer does about the answer
 * @param word what he writes then; empty for silence
 */
record Course(Duration answerAfter, Ending ending, String word) {

    /** What the customer does about the answer. */
    enum Ending {
        SILENCE,
        THANKS,
        /** Writes again, and gets a second answer. */
        AGAIN
    }
}
