package io.beforehand.intake.mail;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a mail, from the parts that are there to be read.
 *
 * @param whole everything, quotes included; empty where the mail holds no text
 * @param written what the sender wrote himself
 */
record BodyText(String whole, String written) {

    /** Bytes of a part that are looked at: more than anybody writes or reads. */
    private static final int MAX_TEXT = 1_000_000;

    /** How far back a byte is looked for that ends a character in every charset: below any that can be within one. */
    private static final int LOOK_BACK = 1_000;

    private static final int ENDS_CHARACTER = 0x30;

    static BodyText of(Part root, Optional<Charset> usual) {
        List<Part> parts = readable(root).toList();
        String whole = joined(parts, part -> whole(part, usual));
        String written = joined(parts, part -> written(part, usual));
        return new BodyText(whole, written.isEmpty() ? whole : written);
    }

    /** The parts that a reader sees one below the other. */
    private static Stream<Part> readable(Part part) {
        if (!part.type().isMultipart()) {
            return part.isText() ? Stream.of(part) : Stream.empty();
        }
        return switch (part.type().value()) {
            case "multipart/alternative" -> best(part.parts());
            case "multipart/related" -> part.parts().stream().limit(1).flatMap(BodyText::readable);
            default -> part.parts().stream().flatMap(BodyText::readable);
        };
    }

    /** The first alternative in plain text, else the last that can be read, which is the richest. */
    private static Stream<Part> best(List<Part> alternatives) {
        List<List<Part>> readable = alternatives.stream()
                .map(part -> readable(part).toList())
                .filter(parts -> !parts.isEmpty())
                .toList();
        return readable.stream()
                .filter(parts -> parts.stream().allMatch(p -> p.type().is("text/plain"))
                        && parts.stream().anyMatch(BodyText::saysSomething))
                .findFirst()
                .or(() -> readable.reversed().stream().findFirst())
                .stream()
                .flatMap(List::stream);
    }

    private static boolean saysSomething(Part part) {
        for (byte b : part.content()) {
            if (b < 0 || b > ' ') {
                return true;
            }
        }
        return false;
    }

    private interface Rendering {
        String of(Part part);
    }

    private static String joined(List<Part> parts, Rendering rendering) {
        return parts.stream().map(rendering::of).filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private static String whole(Part part, Optional<Charset> usual) {
        String text = text(part, usual);
        return part.type().is("text/html") ? HtmlText.of(text) : plain(part, text);
    }

    private static String written(Part part, Optional<Charset> usual) {
        String text = text(part, usual);
        return NewPart.of(part.type().is("text/html") ? HtmlText.withoutQuotes(text) : plain(part, text));
    }

    private static String text(Part part, Optional<Charset> usual) {
        byte[] content = beginning(part.content());
        String text = Charsets.text(content, part.type().parameter("charset").orElse(null), usual);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static byte[] beginning(byte[] content) {
        if (content.length <= MAX_TEXT) {
            return content;
        }
        int end = MAX_TEXT;
        while (end > MAX_TEXT - LOOK_BACK && (content[end - 1] & 0xff) >= ENDS_CHARACTER) {
            end--;
        }
        return Arrays.copyOf(content, end);
    }

    private static String plain(Part part, String text) {
        boolean flowed = part.type()
                .parameter("format")
                .filter("flowed"::equalsIgnoreCase)
                .isPresent();
        boolean deleteSpace =
                part.type().parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        String joined = flowed ? FlowedText.joined(text, deleteSpace) : text.replace("\r\n", "\n");
        return joined.replace('\r', '\n').strip();
    }
}
