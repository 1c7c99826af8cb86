package io.beforehand.intake.classification.core;

import java.util.Optional;

/** Tells what a text is about, as far as it has learned. Asked by many threads at once. */
public interface Categorizer {

    /** One that has learned nothing. */
    Categorizer UNTAUGHT = _ -> Optional.empty();

    /** Empty if nothing of the text was ever seen. */
    Optional<Guess> guess(Wording wording);

    /** @param probability that the category is right, from 0 to 1, as far as the examples tell */
    record Guess(String category, double probability) {}
}
