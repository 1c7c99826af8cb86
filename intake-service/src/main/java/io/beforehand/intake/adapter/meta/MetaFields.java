package io.beforehand.intake.adapter.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MediaAddress;
import io.beforehand.intake.adapter.Moments;
import io.beforehand.intake.adapter.signature.Digests;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fields that mean the same in all channels of Meta. */
final class MetaFields {

    /** How long after a customer's message free answers are let through. */
    private static final Duration REPLY_WINDOW = Duration.ofHours(24);

    /** Numbers below it cannot be milliseconds of this century. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    private MetaFields() {}

    /** A time in seconds or milliseconds, as number or text, or in ISO 8601: all of them occur. */
    static @Nullable Instant time(JsonNode node) {
        return JsonBody.number(node)
                .map(number -> number < FIRST_MILLIS ? JsonBody.seconds(node) : JsonBody.millis(node))
                .orElseGet(() -> JsonBody.iso(node));
    }

    static @Nullable Instant windowAfter(@Nullable Instant message) {
        return message == null
                ? null
                : Moments.plausible(message.plus(REPLY_WINDOW)).orElse(null);
    }

    /** Of what has no id, and nobody waits for: known again by all that it says. */
    static Origin unnamed(JsonNode node) {
        return new Origin("event:" + Digests.key(JsonBody.write(node)), null, null, null, time(node.path("timestamp")));
    }

    /** Where a medium is; it is fetched with the account's token, and Meta's own hosts only may see that. */
    static @Nullable String media(@Nullable String address) {
        return MediaAddress.ofHosts(address, "fbsbx.com", "fbcdn.net", "whatsapp.net", "facebook.com");
    }
}
