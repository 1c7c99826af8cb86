package io.beforehand.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Takes a mail apart. Mails within the mail are left whole. */
final class PartReader {

    private static final int MAX_HEADERS = 2_000;
    private static final int MAX_HEADER_BYTES = 200_000;

    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setMaxHeaderCount(MAX_HEADERS)
            .setMaxHeaderLen(MAX_HEADER_BYTES)
            .setMaxLineLen(MAX_HEADER_BYTES)
            .build();

    private static final byte[] MBOX = "From ".getBytes(StandardCharsets.US_ASCII);

    private final MailLimits limits;
    private final Optional<Charset> usual;
    private final MimeTokenStream tokens = new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, null, null);
    private int parts;

    private PartReader(MailLimits limits, Optional<Charset> usual) {
        this.limits = limits;
        this.usual = usual;
    }

    /** @throws MalformedMailException if it has no header, or is beyond the limits */
    static Part read(byte[] mail, MailLimits limits, Optional<Charset> usual) {
        PartReader reader = new PartReader(limits, usual);
        try {
            int start = afterMboxLine(mail);
            reader.tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
            reader.tokens.parse(new ByteArrayInputStream(mail, start, mail.length - start));
            Part root = reader.entity(0);
            if (root.headers().fields().isEmpty()) {
                throw new MalformedMailException("no-header");
            }
            return root;
        } catch (MimeException | IOException _) {
            throw new MalformedMailException("beyond-limits");
        }
    }

    /** Reads from the start of a message or part up to its end. */
    private Part entity(int depth) throws MimeException, IOException {
        if (depth > limits.depth() || ++parts > limits.parts()) {
            throw new MalformedMailException("too-many-parts");
        }
        List<Headers.Field> fields = new ArrayList<>();
        List<Part> children = new ArrayList<>();
        byte[] content = {};
        while (true) {
            EntityState state = tokens.next();
            switch (state) {
                case T_FIELD -> fields.add(field(tokens.getField()));
                case T_BODY -> content = tokens.getDecodedInputStream().readAllBytes();
                case T_START_BODYPART -> children.add(entity(depth + 1));
                case T_END_MESSAGE, T_END_BODYPART, T_END_OF_STREAM -> {
                    Headers headers = new Headers(fields);
                    return new Part(headers, type(headers, !children.isEmpty()), content, children);
                }
                default -> {}
            }
        }
    }

    private Headers.Field field(Field field) {
        byte[] raw = field.getRaw().toByteArray();
        int colon = 0;
        while (colon < raw.length && raw[colon] != ':') {
            colon++;
        }
        int start = Math.min(colon + 1, raw.length);
        byte[] body = Arrays.copyOfRange(raw, start, raw.length);
        return new Headers.Field(
                field.getName().strip().toLowerCase(Locale.ROOT),
                HeaderText.unfolded(body, usual).strip());
    }

    /** A multipart without parts, or a type that cannot be read, is taken for text: so RFC 2045, 5.2. */
    private static MediaType type(Headers headers, boolean hasParts) {
        MediaType type = headers.first("content-type")
                .map(field -> MediaType.parse("Content-Type", field))
                .filter(t -> t.value().matches("[^/\\s]+/[^/\\s]+"))
                .orElse(MediaType.PLAIN);
        return type.isMultipart() && !hasParts ? MediaType.PLAIN : type;
    }

    private static int afterMboxLine(byte[] mail) {
        if (!Arrays.equals(mail, 0, Math.min(MBOX.length, mail.length), MBOX, 0, MBOX.length)) {
            return 0;
        }
        int end = 0;
        while (end < mail.length && mail[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, mail.length);
    }
}
