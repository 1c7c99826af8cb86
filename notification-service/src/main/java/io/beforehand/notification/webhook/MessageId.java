package io.beforehand.notification.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** What a server calls the message that it took, as its answer says: {@code {"messageId": "SM90c6fc909d8504d4"}}. */
final class MessageId {

    /** As long as intake keeps the ids of channels; it names a longer one by a digest, which would not be found again. */
    private static final int MAX_LENGTH = 256;

    private static final ObjectMapper JSON = new ObjectMapper();

    private MessageId() {}

    /** Empty for whatever else a server answers: it need not say. */
    static Optional<String> in(String body) {
        try {
            JsonNode said = JSON.readTree(body).path("messageId");
            return said.isTextual() || said.isIntegralNumber()
                    ? Optional.of(said.asText()).filter(MessageId::sound)
                    : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static boolean sound(String id) {
        return !id.isBlank()
                && id.length() <= MAX_LENGTH
                && id.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
