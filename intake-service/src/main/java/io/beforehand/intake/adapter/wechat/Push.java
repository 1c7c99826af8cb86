package io.beforehand.intake.adapter.wechat;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One push: a message, or an event, which has no id but who it is of, when and what.
 *
 * @param replyWindow how long he can be answered; missing where there is no limit
 */
record Push(PushedFields fields, Channel channel, @Nullable Duration replyWindow) {

    ChannelEvent read() {
        if (fields.get("FromUserName").isEmpty()) {
            return about();
        }
        String type = fields.required("MsgType");
        if (type.equals("event")) {
            return event(fields.required("Event"));
        }
        Optional<Content> content = MessageContent.read(type, fields);
        return content.isPresent()
                ? said(message(type), content.get())
                : new PassedOver(message(type), Reason.UNKNOWN_TYPE);
    }

    private ChannelEvent event(String event) {
        return switch (event.toLowerCase(Locale.ROOT)) {
            case "click" -> clicked(event);
            case "unsubscribe" -> new ChannelEvent.OptedOut(event(event, ""), channel, sender());
            case "templatesendjobfinish" -> templateSent();
            case "subscribe" -> new ChannelEvent.OptedIn(event(event, ""), channel, sender());
            case "enter_agent", "user_enter_tempsession" -> new PassedOver(event(event, ""), Reason.MEMBERSHIP);
            default -> new PassedOver(event(event, ""), Reason.UNKNOWN_TYPE);
        };
    }

    /** What a menu stands for was chosen. */
    private ChannelEvent clicked(String event) {
        String chosen = fields.required("EventKey");
        return said(event(event, "|" + chosen), Content.typed(chosen).from(TextOrigin.CHOSEN));
    }

    /** What became of a template message of ours; its id is spelt otherwise than that of a customer's message. */
    private ChannelEvent templateSent() {
        String id = fields.required("MsgID");
        String status = fields.required("Status");
        boolean arrived = status.equals("success");
        return new ChannelEvent.Receipt(
                new Origin("receipt:" + id + "|TEMPLATESENDJOBFINISH", null, id, conversation(), createdAt()),
                channel,
                arrived ? "delivered" : "failed",
                arrived ? null : status);
    }

    private ChannelEvent said(Origin origin, Content content) {
        Instant at = origin.occurredAt();
        return new ChannelEvent.Said(
                origin,
                channel,
                new Customer(sender(), null, null, null, null),
                content.until(replyWindow == null || at == null ? null : at.plus(replyWindow)));
    }

    private Origin message(String type) {
        String id = fields.get("MsgId").orElse(null);
        String known =
                id == null ? Digests.key(sender(), word("CreateTime"), type, word("Content"), word("MediaId")) : id;
        return new Origin("message:" + known, null, id, conversation(), createdAt());
    }

    private Origin event(String event, String more) {
        String known = sender() + "|" + word("CreateTime") + "|" + event;
        return new Origin("event:" + known + more, known, null, conversation(), createdAt());
    }

    /** WeCom also tells of things that are nobody's, such as that messages of its customer service lie ready to be fetched. */
    private ChannelEvent about() {
        String type = fields.get("Event")
                .or(() -> fields.get("InfoType"))
                .orElseThrow(() -> new MalformedDeliveryException("FromUserName is missing"));
        String known = Digests.key(word("CreateTime"), type, word("Token"), word("ChangeType"));
        return new PassedOver(new Origin("event:" + known, null, null, null, createdAt()), Reason.UNKNOWN_TYPE);
    }

    private String conversation() {
        return fields.required("ToUserName") + "/" + sender();
    }

    private String sender() {
        return fields.required("FromUserName");
    }

    private @Nullable Instant createdAt() {
        return fields.get("CreateTime").flatMap(Freshness::seconds).orElse(null);
    }

    private String word(String field) {
        return fields.get(field).orElse("");
    }
}
