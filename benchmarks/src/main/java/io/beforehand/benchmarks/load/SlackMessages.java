package io.beforehand.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Messages as Slack's Events API posts them, signed, each from another customer in a channel of his own.
 *
 * @param secret the app's signing secret
 * @param run tells the messages of this run from those of others
 */
public record SlackMessages(String account, String secret, String run) implements ChannelMessages {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String kind() {
        return "slack";
    }

    @Override
    public String channel() {
        return "chat";
    }

    @Override
    public Message message(long number, Instant now) {
        String seconds = Long.toString(now.getEpochSecond());
        String stamp = "%s.%06d".formatted(seconds, number % 1_000_000);
        String team = "T" + run;
        String room = "D" + number;
        byte[] body = json(Map.of(
                "type",
                "event_callback",
                "team_id",
                team,
                "api_app_id",
                "A1",
                "event_id",
                "Ev" + run + number,
                "event_time",
                now.getEpochSecond(),
                "event",
                Map.of(
                        "type",
                        "message",
                        "channel_type",
                        "im",
                        "user",
                        "U" + number,
                        "text",
                        Events.text(number),
                        "ts",
                        stamp,
                        "event_ts",
                        stamp,
                        "channel",
                        room)));
        return new Message(
                team + "/" + room + "/" + stamp,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Slack-Request-Timestamp",
                        seconds,
                        "X-Slack-Signature",
                        signature(seconds, body)),
                Buffer.buffer(body));
    }

    private String signature(String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + seconds + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
