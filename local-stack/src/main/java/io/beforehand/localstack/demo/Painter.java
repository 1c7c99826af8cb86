package io.beforehand.localstack.demo;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sets lines for a terminal: time, number, label, text.
 *
 * @param width of the terminal in columns
 * @param colours whether to use them; every line reads as well without
 */
record Painter(int width, boolean colours, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int NUMBER = 7;
    private static final int LABEL = 8;
    private static final int INDENT = 8 + 2 + NUMBER + 1 + LABEL;
    private static final int SHORTEST_QUOTE = 12;

    String paint(Line line) {
        int room = Math.max(30, width - INDENT - 1);
        List<String> texts = new ArrayList<>(Columns.wrap(line.text(), room));
        int left = room - Columns.of(texts.getLast()) - 4;
        if (!line.quote().isEmpty() && left >= SHORTEST_QUOTE) {
            texts.add(texts.removeLast() + ": " + quoted(line.quote(), left));
        } else if (!line.quote().isEmpty()) {
            texts.add(texts.removeLast() + ":");
            texts.add(quoted(line.quote(), room - 2));
        }
        String head = TIME.format(line.at().atZone(zone)) + "  " + padded(line.number(), NUMBER) + " "
                + coloured(line.label());
        return head + String.join("\n" + " ".repeat(INDENT), texts);
    }

    private static String quoted(String quote, int columns) {
        return "“" + Columns.cut(quote, columns) + "”";
    }

    private String coloured(Label label) {
        String gap = " ".repeat(LABEL - label.word().length());
        return colours ? "\u001b[" + label.colour() + "m" + label.word() + "\u001b[0m" + gap : label.word() + gap;
    }

    private static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - Columns.of(text)));
    }
}
