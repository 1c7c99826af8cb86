package io.beforehand.intake.adapter.helpdesk;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.signature.Digests;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * What an automation reports of a ticket, in the form that docs/channels.md has for pasting, or in the one that Freshdesk proposes,
 * which differs in that it says what happened only in words of its own.
 *
 * @param id the ticket's number, behind which help desk it is of: they share a channel, and all of them count from one
 */
record TicketReport(JsonNode ticket, String id) {

    /** Ends at the next {@code <}, so that many of them are not looked through from each. */
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/][^<>]*+>");

    static TicketReport of(JsonNode body, String helpDesk) {
        JsonNode wrapped = body.path("freshdesk_webhook");
        JsonNode ticket = wrapped.isObject() ? wrapped : body;
        String id = text(ticket.path("ticket_id"));
        return new TicketReport(ticket, id == null ? "" : helpDesk + "/" + id);
    }

    ChannelEvent read() {
        if (id.isEmpty()) {
            return new PassedOver(
                    new Origin("delivery:" + Digests.key(ticket.toString()), null, null, null, null),
                    Reason.UNKNOWN_TYPE);
        }
        return switch (happened()) {
            case "created" -> said(new Origin("message:" + id, null, id, id, null), description());
            case "customer-replied" -> said(reported("comment"), comment());
            case "agent-replied" ->
                new ChannelEvent.Answered(
                        reported("comment"),
                        Channel.WEB,
                        new Author(
                                AuthorKind.AGENT, first("agent_id", "ticket_agent_email"), first("ticket_agent_name")),
                        Visibility.PUBLIC,
                        plain(comment()));
            case "status-changed" -> changed();
            case "note-added" -> new PassedOver(reported("note"), Reason.PRIVATE_NOTE);
            default -> new PassedOver(reported("other"), Reason.UNKNOWN_TYPE);
        };
    }

    /** In our words, or made out from what Freshdesk says, such as {@code {ticket_action:created}}. */
    private String happened() {
        String event = text(ticket.path("event"));
        if (event != null) {
            return TicketWords.lower(event);
        }
        String trigger = TicketWords.lower(text(ticket.path("triggered_event")));
        return trigger.isEmpty() || trigger.contains("created")
                ? "created"
                : trigger.contains("reply_sent")
                        ? "agent-replied"
                        : trigger.contains("note") ? "note-added" : trigger.contains("status") ? "status-changed" : "";
    }

    private ChannelEvent changed() {
        Optional<RequestStatus> stands = TicketWords.status(first("ticket_status"));
        return stands.isPresent()
                ? new ChannelEvent.StatusTold(reported("status"), Channel.WEB, stands.get(), null)
                : new PassedOver(reported("status"), Reason.UNKNOWN_TYPE);
    }

    private ChannelEvent said(Origin origin, @Nullable String text) {
        String customer =
                first("requester_id", "ticket_requester_id", "ticket_requester_email", "ticket_requester_phone");
        if (customer == null) {
            throw new MalformedDeliveryException("ticket_requester_email is missing");
        }
        TextOrigin how = text != null && isMarkup(text) ? TextOrigin.STRIPPED_HTML : TextOrigin.TYPED;
        return new ChannelEvent.Said(
                origin,
                Channel.WEB,
                new Customer(customer, first("ticket_requester_name"), null, null, null),
                Content.typed(plain(text))
                        .from(how)
                        .about(first("ticket_subject"))
                        .hinting(TicketWords.hints(first("ticket_priority"))));
    }

    /** Without an id of its own: the same once more is the same, unless it says that it was at another time. */
    private Origin reported(String what) {
        String known = Digests.key(
                id, what, word(comment()), word(first("ticket_status")), word(first("updated_at")), happened());
        return new Origin(what + ":" + id + ":" + known, null, null, id, JsonBody.iso(ticket.path("updated_at")));
    }

    private @Nullable String description() {
        return first("ticket_description", "description");
    }

    private @Nullable String comment() {
        return first("comment", "ticket_latest_public_comment");
    }

    private @Nullable String first(String... fields) {
        return Stream.of(fields)
                .map(field -> text(ticket.path(field)))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String plain(@Nullable String text) {
        return text == null || !isMarkup(text)
                ? text
                : Jsoup.parse(text).wholeText().strip();
    }

    static boolean isMarkup(CharSequence text) {
        return MARKUP.matcher(text).find();
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text;
    }
}
