package io.beforehand.intake.adapter;

import java.util.Locale;

/** How a text came to be. */
public enum TextOrigin {
    TYPED,
    /** A machine wrote down what was spoken. */
    ASR,
    STRIPPED_HTML,
    /** The words to a picture or a file. */
    CAPTION,
    /** A button or a menu that the customer chose. */
    CHOSEN,
    NONE;

    /** The word in JSON and in tables, such as {@code stripped-html}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
