package io.beforehand.intake.ingest;

import io.beforehand.http.body.Text;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Text out of a header: quotes removed, percent-encoded UTF-8 decoded once.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md#3132-http-header-values">
 *     HTTP binding, 3.1.3.2</a>
 */
final class HeaderText {

    private HeaderText() {}

    /** @throws ProblemException {@code malformed-cloudevent} for broken encodings, {@code invalid-text} for what cannot be stored */
    static String decode(String name, String header) {
        String value = header.strip();
        if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
            value = value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        String text = percentDecoded(name, value);
        if (!Text.isSound(text)) {
            throw new ProblemException(ErrorCode.INVALID_TEXT);
        }
        return text;
    }

    private static String percentDecoded(String name, String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '%') {
                if (i + 2 >= value.length()
                        || !HexFormat.isHexDigit(value.charAt(i + 1))
                        || !HexFormat.isHexDigit(value.charAt(i + 2))) {
                    throw malformed(name);
                }
                bytes.write(HexFormat.fromHexDigits(value, i + 1, i + 3));
                i += 2;
            } else if (c >= ' ' && c <= '~') {
                bytes.write(c);
            } else {
                throw malformed(name);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException _) {
            throw malformed(name);
        }
    }

    private static ProblemException malformed(String name) {
        return new ProblemException(
                ErrorCode.MALFORMED_CLOUDEVENT, "header " + name + " must be percent-encoded UTF-8");
    }
}
