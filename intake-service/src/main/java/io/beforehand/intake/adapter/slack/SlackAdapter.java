package io.beforehand.intake.adapter.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.TimedSignature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Slack signs time and body with the app's signing secret, and gives three seconds for an answer. */
public final class SlackAdapter implements ChannelAdapter {

    private static final TimedSignature SIGNATURE =
            new TimedSignature("x-slack-request-timestamp", "x-slack-signature", "v0=", "v0:", ":");

    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    public String kind() {
        return "slack";
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        return SIGNATURE.verify(delivery, keys.secrets(), now);
    }

    @Override
    public Optional<Answer> handshake(Delivery delivery, AccountKeys keys) {
        if (isForm(delivery)) {
            return Optional.empty();
        }
        JsonNode body = JsonBody.object(delivery.body());
        if (!"url_verification".equals(JsonBody.text(body.path("type")))) {
            return Optional.empty();
        }
        ObjectNode answer = JsonBody.newObject().put("challenge", JsonBody.requiredText(body, "challenge"));
        return Optional.of(Answer.json(JsonBody.write(answer)));
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return List.of(
                isForm(delivery)
                        ? SlashCommand.read(delivery)
                        : SlackEvent.of(JsonBody.object(delivery.body())).read());
    }

    private static boolean isForm(Delivery delivery) {
        return delivery.mediaType().equals(FORM);
    }
}
