package io.beforehand.intake.adapter.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An app of Feishu. An account with an Encrypt Key ({@code aesKey}) takes what is signed with that, and nothing that only shows the
 * Verification Token. Without one the token shows whose a delivery is, unless it is signed with a secret that is none. Three seconds
 * for an answer, one for the challenge.
 */
public final class FeishuAdapter implements ChannelAdapter {

    @Override
    public String kind() {
        return "feishu";
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
        if (keys.aesKey() != null) {
            SecretRules.required("aesKey", keys.aesKey());
        }
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        return LarkSignature.isShown(delivery)
                ? LarkSignature.verify(delivery, keys, now)
                : LarkToken.verify(delivery, keys);
    }

    @Override
    public Optional<Answer> handshake(Delivery delivery, AccountKeys keys) {
        JsonNode body = EncryptedBody.read(delivery.body(), keys);
        if (!LarkToken.isQuestion(body)) {
            return Optional.empty();
        }
        return Optional.of(Answer.json(
                JsonBody.write(JsonBody.newObject().put("challenge", JsonBody.requiredText(body, "challenge")))));
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return LarkEvent.of(EncryptedBody.read(delivery.body(), keys)).read();
    }
}
