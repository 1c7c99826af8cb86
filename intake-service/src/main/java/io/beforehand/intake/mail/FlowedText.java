package io.beforehand.intake.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the lines of {@code format=flowed} text again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3676#section-4">RFC 3676, 4</a>
 */
final class FlowedText {

    private static final String SIGNATURE = "-- ";

    private FlowedText() {}

    /** @param deleteSpace whether the space at the end of a flowed line is no part of the text ({@code delsp=yes}) */
    static String joined(String text, boolean deleteSpace) {
        List<String> lines = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int depth = -1;
        for (String raw : text.split("\\r?\\n", -1)) {
            int quotes = quotes(raw);
            String line = raw.substring(quotes);
            line = line.startsWith(" ") ? line.substring(1) : line;
            boolean signature = line.equals(SIGNATURE);
            if (depth >= 0 && (quotes != depth || signature)) {
                lines.add(paragraph.toString());
                paragraph.setLength(0);
                depth = -1;
            }
            if (depth < 0 && quotes > 0) {
                paragraph.append(">".repeat(quotes)).append(' ');
            }
            boolean flows = line.endsWith(" ") && !signature;
            paragraph.append(flows && deleteSpace ? line.substring(0, line.length() - 1) : line);
            if (flows) {
                depth = quotes;
            } else {
                lines.add(paragraph.toString());
                paragraph.setLength(0);
                depth = -1;
            }
        }
        if (depth >= 0) {
            lines.add(paragraph.toString());
        }
        return String.join("\n", lines);
    }

    private static int quotes(String line) {
        int count = 0;
        while (count < line.length() && line.charAt(count) == '>') {
            count++;
        }
        return count;
    }
}
