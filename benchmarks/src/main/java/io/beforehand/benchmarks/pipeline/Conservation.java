package io.beforehand.benchmarks.pipeline;

/**
 * Whether every request of the run came through, once.
 *
 * @param accepted answered with 202
 * @param perhapsStored answered with nothing or with 5xx: may be stored or not
 * @param inIntake requests in intake's database
 * @param acknowledged requests that were acknowledged to the customer
 * @param unacknowledged accepted but never acknowledged
 * @param copies acknowledgements that came more than once, which at-least-once delivery allows
 * @param deadLetters events that any service set aside
 */
public record Conservation(
        long accepted,
        long perhapsStored,
        long inIntake,
        long acknowledged,
        long unacknowledged,
        long copies,
        long deadLetters) {

    /** Nothing lost, nothing invented. */
    public boolean holds() {
        boolean stored = inIntake >= accepted && inIntake <= accepted + perhapsStored;
        return stored && acknowledged == inIntake && unacknowledged == 0 && deadLetters == 0;
    }
}
