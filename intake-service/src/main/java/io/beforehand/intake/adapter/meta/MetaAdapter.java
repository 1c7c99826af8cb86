package io.beforehand.intake.adapter.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Items;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the channels of Meta have in common: signature, question, and a batch of entries about one kind of object. */
abstract sealed class MetaAdapter implements ChannelAdapter permits MessagingAdapter, WhatsAppAdapter {

    private final String kind;
    private final String object;

    MetaAdapter(String kind, String object) {
        this.kind = kind;
        this.object = object;
    }

    /** Reads what one entry says, in its order. @param senders by which of what leaves by a page is known as ours */
    abstract void read(JsonNode entry, Senders senders, Items items);

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final Channel channel() {
        return Channel.SOCIAL;
    }

    @Override
    public final boolean threaded() {
        return false;
    }

    @Override
    public final void check(AccountKeys keys) {
        SecretRules.secrets(keys);
        SecretRules.required("verifyToken", keys.verifyToken());
    }

    @Override
    public final Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        return MetaSignature.verify(delivery, keys);
    }

    @Override
    public final Optional<Answer> handshake(Delivery delivery, AccountKeys keys) {
        return MetaSignature.handshake(delivery);
    }

    /** An app may have its other objects sent to the same address: they are somebody else's. */
    @Override
    public final List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        JsonNode body = JsonBody.object(delivery.body());
        if (!JsonBody.requiredText(body, "object").equals(object)) {
            return List.of(new PassedOver(MetaFields.unnamed(body), Reason.OTHER_ACCOUNT));
        }
        if (!body.path("entry").isArray()) {
            throw new MalformedDeliveryException("entry is missing");
        }
        Items items = new Items();
        Senders senders = new Senders(keys.receiveId());
        body.path("entry").forEach(entry -> read(entry, senders, items));
        return items.told();
    }
}
