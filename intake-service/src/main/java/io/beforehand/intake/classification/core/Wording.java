package io.beforehand.intake.classification.core;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text as it is compared with words: in lower case, wide letters as narrow ones, traditional characters as simplified ones,
 * nothing left but tokens with one space around each. A token is a word or a number of letters and digits ({@code can't}
 * is one), a stretch of Han characters, or a symbol such as an emoji.
 *
 * @param tokens with a space at the beginning and at the end
 */
public record Wording(String tokens) {

    /** Characters. What is beyond is not looked at: nobody says only then what he wants. */
    public static final int LOOKED_AT = 4_000;

    static String beginning(String text) {
        return text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
    }

    public static Wording of(String text) {
        // Cut again afterwards: there are characters that become eighteen.
        String even = beginning(
                Normalizer.normalize(beginning(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        StringBuilder tokens = new StringBuilder(even.length() + 16).append(' ');
        Kind before = Kind.NOTHING;
        for (int i = 0; i < even.length(); ) {
            int c = even.codePointAt(i);
            int next = i + Character.charCount(c);
            Kind kind = isApostropheWithin(even, i, before) ? Kind.WORD : Kind.of(c);
            if (before != Kind.NOTHING && (kind != before || kind == Kind.SYMBOL)) {
                tokens.append(' ');
            }
            if (kind != Kind.NOTHING) {
                append(tokens, c);
            }
            before = kind;
            i = next;
        }
        if (before != Kind.NOTHING) {
            tokens.append(' ');
        }
        return new Wording(tokens.toString());
    }

    List<String> list() {
        String inner = tokens.strip();
        return inner.isEmpty() ? List.of() : Arrays.asList(inner.split(" "));
    }

    boolean isEmpty() {
        return tokens.isBlank();
    }

    private enum Kind {
        WORD,
        HAN,
        SYMBOL,
        NOTHING;

        static Kind of(int c) {
            if (c < 0x80) {
                return Character.isLetterOrDigit(c) ? WORD : NOTHING;
            }
            if (Character.isLetterOrDigit(c)) {
                return UnicodeScript.of(c) == UnicodeScript.HAN ? HAN : WORD;
            }
            return Character.getType(c) == Character.OTHER_SYMBOL ? SYMBOL : NOTHING;
        }
    }

    static boolean isHan(int c) {
        return c >= 0x80 && Kind.of(c) == Kind.HAN;
    }

    private static boolean isApostropheWithin(String text, int i, Kind before) {
        char c = text.charAt(i);
        return before == Kind.WORD
                && (c == '\'' || c == '’')
                && i + 1 < text.length()
                && Character.isLetter(text.charAt(i + 1))
                && !isHan(text.codePointAt(i + 1));
    }

    private static void append(StringBuilder tokens, int c) {
        if (c == '’') {
            tokens.append('\'');
        } else if (Character.isBmpCodePoint(c)) {
            tokens.append(SimplifiedForms.of((char) c));
        } else {
            tokens.appendCodePoint(c);
        }
    }
}
