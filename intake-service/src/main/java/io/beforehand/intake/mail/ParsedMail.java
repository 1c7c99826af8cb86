package io.beforehand.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail that the provider who took it in has taken apart already.
 *
 * @param header its fields, in their order
 * @param texts the same text in its alternatives
 * @param written what the sender wrote himself, if the provider tells it from what he quoted
 */
public record ParsedMail(
        List<MailField> header, List<Text> texts, @Nullable String written, List<MailFile> files) {

    private static final MediaType MIXED = new MediaType("multipart/mixed", Map.of());
    private static final MediaType ALTERNATIVE = new MediaType("multipart/alternative", Map.of());
    private static final String REPORT = "multipart/report";
    private static final byte[] END_OF_HEADER = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    public ParsedMail {
        header = List.copyOf(header);
        texts = List.copyOf(texts);
        files = List.copyOf(files);
    }

    /** @param charset as its sender calls it */
    public record Text(String mediaType, byte[] content, String charset) {

        public static Text plain(String text) {
            return new Text("text/plain", text.getBytes(StandardCharsets.UTF_8), "utf-8");
        }

        public static Text html(String text) {
            return new Text("text/html", text.getBytes(StandardCharsets.UTF_8), "utf-8");
        }
    }

    /**
     * The fields of a header as it stands in the mail.
     *
     * @throws MalformedMailException if it is none
     */
    public static List<MailField> fields(byte[] header) {
        byte[] mail = new byte[header.length + END_OF_HEADER.length];
        System.arraycopy(header, 0, mail, 0, header.length);
        System.arraycopy(END_OF_HEADER, 0, mail, header.length, END_OF_HEADER.length);
        return PartReader.read(mail, MailLimits.DEFAULT, Optional.empty()).headers().fields().stream()
                .map(field -> new MailField(field.name(), field.value()))
                .toList();
    }

    /** As if it had been read from its bytes. */
    Part root() {
        Headers headers = new Headers(header.stream().map(ParsedMail::field).toList());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                new Headers(List.of()),
                ALTERNATIVE,
                new byte[0],
                texts.stream().map(ParsedMail::part).toList()));
        files.forEach(file -> parts.add(part(file)));
        MediaType type = headers.first("content-type")
                .map(field -> MediaType.parse("Content-Type", field))
                .filter(declared -> declared.is(REPORT))
                .orElse(MIXED);
        return new Part(headers, type, new byte[0], parts);
    }

    private static Headers.Field field(MailField field) {
        byte[] value = field.value().getBytes(StandardCharsets.UTF_8);
        return new Headers.Field(
                field.name().strip().toLowerCase(Locale.ROOT),
                HeaderText.unfolded(value, Optional.empty()).strip());
    }

    private static Part part(Text text) {
        return new Part(
                new Headers(List.of()),
                new MediaType(text.mediaType(), Map.of("charset", text.charset())),
                text.content(),
                List.of());
    }

    private static Part part(MailFile file) {
        String declared = MediaType.parse("Content-Type", file.mediaType()).value();
        return new Part(
                new Headers(List.of(new Headers.Field("content-disposition", "attachment"))),
                new MediaType(
                        declared.startsWith("multipart/") ? "application/octet-stream" : declared,
                        file.name() == null ? Map.of() : Map.of("name", file.name())),
                file.content(),
                List.of());
    }
}
