package io.beforehand.intake.adapter.telegram;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.ShownSecret;
import java.time.Instant;
import java.util.List;

/**
 * Telegram signs nothing: it shows the secret token that we gave it with {@code setWebhook}. An update that is not answered in the
 * 200s holds up all others of its chat.
 */
public final class TelegramAdapter implements ChannelAdapter {

    @Override
    public String kind() {
        return "telegram";
    }

    @Override
    public Channel channel() {
        return Channel.SOCIAL;
    }

    @Override
    public boolean threaded() {
        return false;
    }

    @Override
    public int malformedStatus() {
        return 200;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
        for (int i = 0; i < keys.secrets().size(); i++) {
            if (!keys.secrets().get(i).matches("[A-Za-z0-9_-]{1,256}")) {
                throw new InvalidKeysException(
                        "secrets[" + i + "]", "must have up to 256 letters, digits, _ or -, as Telegram takes them");
            }
        }
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        return ShownSecret.verify(delivery.header("x-telegram-bot-api-secret-token"), keys.secrets());
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return TelegramUpdate.of(JsonBody.object(delivery.body())).read();
    }
}
