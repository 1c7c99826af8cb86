package io.beforehand.intake.classification.core;

import java.util.regex.Pattern;

/** How loud a text is: words in capitals, marks in rows. */
final class Loudness {

    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z]{4,}\\b");
    private static final Pattern MARKS = Pattern.compile("[!！?？]{2,}");

    private Loudness() {}

    /** From 0 to 3: one for a shouted word, two for several, one for marks in a row. A short word in capitals may be a name. */
    static int of(String text) {
        String beginning = Wording.beginning(text);
        long shouted = CAPITALS.matcher(beginning).results().limit(2).count();
        return (int) shouted + (MARKS.matcher(beginning).find() ? 1 : 0);
    }
}
