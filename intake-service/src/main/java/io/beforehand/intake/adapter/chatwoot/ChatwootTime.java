package io.beforehand.intake.adapter.chatwoot;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.JsonBody;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as Chatwoot's releases wrote them: ISO 8601, {@code 2020-03-03 13:05:57 UTC}, seconds, and seconds with a fraction. */
final class ChatwootTime {

    private ChatwootTime() {}

    static @Nullable Instant of(JsonNode node) {
        String text = text(node);
        if (text == null) {
            return null;
        }
        if (text.matches("[0-9]{1,11}(\\.[0-9]{1,9})?")) {
            return Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
        }
        return JsonBody.iso(
                JsonBody.newObject().textNode(text.replaceFirst(" UTC$", "Z").replaceFirst(" ", "T")));
    }
}
