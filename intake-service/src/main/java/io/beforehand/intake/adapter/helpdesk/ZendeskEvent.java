package io.beforehand.intake.adapter.helpdesk;

import static io.beforehand.intake.adapter.JsonBody.requiredText;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event of a ticket. Whoever opened it, the customer is who requested it; but what somebody in copy comments is his own. */
record ZendeskEvent(JsonNode body, String id, @Nullable Instant at) {

    private static final String TICKET = "zen:event-type:ticket.";

    static ZendeskEvent of(JsonNode body) {
        Instant at = JsonBody.iso(body.path("time"));
        return new ZendeskEvent(body, requiredText(body, "id"), at == null ? null : at.truncatedTo(ChronoUnit.MILLIS));
    }

    ChannelEvent read() {
        String type = requiredText(body, "type");
        return switch (type.startsWith(TICKET) ? type.substring(TICKET.length()) : "") {
            case "created" -> created();
            case "comment_added" -> commented(body.path("event").path("comment"));
            case "status_changed" -> changed(text(body.path("event").path("current")));
            default -> new PassedOver(new Origin("delivery:" + id, id, null, null, at), Reason.UNKNOWN_TYPE);
        };
    }

    private ChannelEvent created() {
        JsonNode ticket = body.path("detail");
        return said(
                new Origin("message:" + conversation(), id, ticket(), conversation(), at),
                new Customer(requester(), null, null, null, null),
                text(ticket.path("description")));
    }

    private ChannelEvent commented(JsonNode comment) {
        String commentId = requiredText(comment, "id");
        Origin origin = new Origin("comment:" + commentId, id, commentId, conversation(), at);
        JsonNode author = comment.path("author");
        if (!comment.path("is_public").asBoolean()) {
            return new PassedOver(origin, Reason.PRIVATE_NOTE);
        }
        if (!author.path("is_staff").asBoolean()) {
            return said(origin, writer(author), text(comment.path("body")));
        }
        return new ChannelEvent.Answered(
                origin,
                Channel.WEB,
                new Author(AuthorKind.AGENT, text(author.path("id")), text(author.path("name"))),
                Visibility.PUBLIC,
                text(comment.path("body")));
    }

    private ChannelEvent changed(@Nullable String status) {
        Origin origin = new Origin("status:" + id, id, null, conversation(), at);
        Optional<RequestStatus> stands = TicketWords.status(status);
        return stands.isPresent()
                ? new ChannelEvent.StatusTold(origin, Channel.WEB, stands.get(), null)
                : new PassedOver(origin, Reason.UNKNOWN_TYPE);
    }

    private ChannelEvent said(Origin origin, Customer customer, @Nullable String text) {
        JsonNode ticket = body.path("detail");
        return new ChannelEvent.Said(
                origin,
                Channel.WEB,
                customer,
                Content.typed(text)
                        .about(text(ticket.path("subject")))
                        .hinting(TicketWords.hints(text(ticket.path("priority")))));
    }

    private Customer writer(JsonNode author) {
        String id = text(author.path("id"));
        return new Customer(id == null ? requester() : id, text(author.path("name")), null, null, null);
    }

    private String requester() {
        return requiredText(body.path("detail"), "requester_id");
    }

    private String conversation() {
        return requiredText(body, "account_id") + "/" + ticket();
    }

    private String ticket() {
        return requiredText(body.path("detail"), "id");
    }
}
