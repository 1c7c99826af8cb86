package io.beforehand.intake.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.RemoteKey;
import io.beforehand.intake.adapter.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account that has an audience, the app's id, is a bot; any other is an outgoing webhook. Neither takes what the other does.
 *
 * <p>Answers go to the {@code serviceUrl} of an activity together with a token of ours: it has to be Microsoft's.
 */
public final class TeamsAdapter implements ChannelAdapter {

    /** Outgoing webhooks show an error unless they are answered something; this is understood in every language. */
    private static final Answer TAKEN = Answer.json("{\"type\":\"message\",\"text\":\"✓\"}");

    @Override
    public String kind() {
        return "teams";
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public void check(AccountKeys keys) {
        if (isBot(keys)) {
            BotToken.check(keys);
        } else {
            OutgoingWebhook.check(keys);
        }
    }

    @Override
    public Optional<RemoteKey> remoteKey(Delivery delivery, AccountKeys keys) {
        return isBot(keys) ? BotToken.remoteKey(keys) : Optional.empty();
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        try {
            JsonNode activity = JsonBody.object(delivery.body());
            Verification verification = isBot(keys)
                    ? BotToken.verify(delivery, activity, keys, now)
                    : OutgoingWebhook.verify(delivery, keys);
            return verification instanceof Verification.Valid && !ServiceUrl.isMicrosofts(activity)
                    ? Verification.INVALID
                    : verification;
        } catch (MalformedDeliveryException _) {
            return Verification.INVALID;
        }
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return List.of(Activity.of(JsonBody.object(delivery.body())).read());
    }

    @Override
    public Answer answer(Delivery delivery, AccountKeys keys) {
        return isBot(keys) ? Answer.EMPTY : TAKEN;
    }

    private static boolean isBot(AccountKeys keys) {
        return keys.audience() != null;
    }
}
