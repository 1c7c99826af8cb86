package io.beforehand.intake.classification.core;

/**
 * A word or several in a row, to be found in texts. Words of an alphabet are whole words, unless a {@code *} at the end stands for the
 * rest; Han characters are found wherever they stand, as nothing separates their words.
 *
 * @param text as it was written
 */
public record Phrase(String text, String pattern) {

    public static final int MAX_LENGTH = 60;

    /** @throws IllegalArgumentException if it is too long or there is nothing to look for */
    public static Phrase of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("must have at most " + MAX_LENGTH + " characters");
        }
        boolean open = text.endsWith("*");
        Wording wording = Wording.of(open ? text.substring(0, text.length() - 1) : text);
        if (wording.isEmpty() || wording.tokens().indexOf('*') >= 0) {
            throw new IllegalArgumentException("must have letters, digits or a symbol");
        }
        String tokens = wording.tokens().strip();
        boolean hanFirst = Wording.isHan(tokens.codePointAt(0));
        boolean hanLast = Wording.isHan(tokens.codePointBefore(tokens.length()));
        return new Phrase(text, (hanFirst ? "" : " ") + tokens + (hanLast || open ? "" : " "));
    }

    public boolean isIn(Wording wording) {
        return wording.tokens().contains(pattern);
    }

    /** Where it begins for the first time in the tokens; -1 if it is not there. */
    int placeIn(Wording wording) {
        int place = wording.tokens().indexOf(pattern);
        return place >= 0 && pattern.charAt(0) == ' ' ? place + 1 : place;
    }

    boolean isHan() {
        return pattern.charAt(0) != ' ';
    }
}
