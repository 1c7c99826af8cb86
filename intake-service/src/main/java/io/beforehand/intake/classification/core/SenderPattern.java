package io.beforehand.intake.classification.core;

import java.util.Locale;

/** Senders by name, in whatever case; a {@code *} at the beginning stands for any beginning, as in {@code *@bank.example}. */
public record SenderPattern(String text) {

    private static final int MAX_LENGTH = 256;

    /** @throws IllegalArgumentException if it is empty or too long, or has a star elsewhere */
    public SenderPattern {
        if (text.isBlank() || text.length() > MAX_LENGTH || text.equals("*") || text.indexOf('*', 1) >= 0) {
            throw new IllegalArgumentException(
                    "must have 1 to " + MAX_LENGTH + " characters and no * but one at the beginning");
        }
        text = text.toLowerCase(Locale.ROOT);
    }

    boolean fits(String sender) {
        String lower = sender.toLowerCase(Locale.ROOT);
        return text.startsWith("*") ? lower.endsWith(text.substring(1)) : lower.equals(text);
    }
}
