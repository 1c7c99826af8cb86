package io.beforehand.intake.adapter.meta;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.signature.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Deliveries as Meta sends them. Bodies are written with single quotes. */
final class MetaDeliveries {

    static final String SECRET = "the-app-secret";

    static final AccountKeys KEYS =
            new AccountKeys(List.of(SECRET), "the-verify-token", null, null, null, null, null, null, null, null);

    private MetaDeliveries() {}

    static Delivery signed(String body) {
        return with("X-Hub-Signature-256", "sha256=" + signature(body, SECRET), body);
    }

    static Delivery with(String header, String value, String body) {
        return new Delivery("POST", "/v1/channels/whatsapp/shop", Map.of(header, value), bytes(body));
    }

    static Delivery question(String query) {
        return new Delivery("GET", "/v1/channels/whatsapp/shop?" + query, Map.of(), new byte[0]);
    }

    static String signature(String body, String secret) {
        return HexFormat.of().formatHex(Hmac.sha256(bytes(body)).under(Hmac.bytes(secret)));
    }

    static List<ChannelEvent> events(ChannelAdapter adapter, String body) {
        return adapter.parse(signed(body), KEYS);
    }

    private static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
