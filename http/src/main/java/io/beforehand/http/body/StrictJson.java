package io.beforehand.http.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON without binding it, and refuses what a database or another reader would understand differently or not at all:
 * broken UTF-8, duplicate keys, more than one value, nesting deeper than {@value #MAX_DEPTH}, NUL and lone surrogates.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7493">RFC 7493, The I-JSON Message Format</a>
 */
public final class StrictJson {

    public static final int MAX_DEPTH = 100;
    private static final int MAX_NAME = 500;
    private static final int MAX_NUMBER = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StrictJson() {}

    /** @throws ProblemException {@code malformed-json} or {@code invalid-text} */
    public static void check(byte[] body) {
        CharBuffer text = decode(body);
        try (JsonParser parser = JSON.createParser(text.array(), text.arrayOffset(), text.remaining())) {
            boolean soundText = true;
            boolean complete = false;
            // Read to the end even after unsound text: whether it is JSON at all comes first.
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (complete) {
                    throw new ProblemException(ErrorCode.MALFORMED_JSON, "there is more than one value");
                }
                soundText &= isSound(token, parser);
                complete = parser.getParsingContext().inRoot();
            }
            if (!complete) {
                throw new ProblemException(ErrorCode.MALFORMED_JSON, "the body is empty");
            }
            if (!soundText) {
                throw new ProblemException(ErrorCode.INVALID_TEXT);
            }
        } catch (IOException _) {
            throw new ProblemException(ErrorCode.MALFORMED_JSON);
        }
    }

    private static CharBuffer decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException _) {
            throw new ProblemException(ErrorCode.MALFORMED_JSON, "the body is not UTF-8");
        }
    }

    private static boolean isSound(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case VALUE_STRING, FIELD_NAME -> Text.isSound(parser.getText());
            default -> true;
        };
    }
}
