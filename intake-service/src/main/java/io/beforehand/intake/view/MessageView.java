package io.beforehand.intake.view;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a request, as it is shown.
 *
 * @param kind message (the customer's), reply or note
 * @param direction in, out or internal, seen from the organisation
 * @param occurredAt when it was said: what its sender told, within bounds, or when it was received
 * @param occurredAtSource when it was said as its sender told it, if he did; what counts is {@code occurredAt}
 * @param delivery of a reply that was to be delivered: pending, delivered or failed
 * @param nativeId the channel's own id of it
 * @param deliveryId the channel's own id of the delivery that brought it
 * @param textOrigin how the text came to be, such as typed or asr
 * @param authStrength how well its delivery showed whose it is
 * @param inReplyTo the channel's id of what it answers
 * @param replyUntil until when the channel lets us answer
 * @param amendedAt when the customer changed it
 * @param retractedAt when he took it back
 * @param requestId the request in which it was said, if that is another one that goes on in this
 */
public record MessageView(
        String id,
        String kind,
        String direction,
        Author author,
        @Nullable String text,
        @JsonRawValue @Nullable String attachments,
        Instant occurredAt,
        @Nullable Instant occurredAtSource,
        Instant receivedAt,
        @Nullable String delivery,
        @Nullable String deliveryReason,
        @Nullable String nativeId,
        @Nullable String deliveryId,
        @Nullable String textOrigin,
        @Nullable String authStrength,
        @Nullable String inReplyTo,
        @Nullable Instant replyUntil,
        @Nullable Instant amendedAt,
        @Nullable Instant retractedAt,
        @Nullable String requestId) {

    /** @param shownIn the request that is asked for */
    static MessageView of(MessageRow row, UUID shownIn) {
        return new MessageView(
                row.id.toString(),
                kind(row.direction),
                row.direction,
                new Author(AuthorKind.of(row.authorKind), row.authorId, row.authorName),
                row.text,
                row.attachments,
                row.occurredAt,
                row.occurredAtSource,
                row.receivedAt,
                row.delivery,
                row.deliveryReason,
                row.nativeId,
                row.deliveryId,
                row.textOrigin,
                row.authStrength,
                row.inReplyTo,
                row.replyUntil,
                row.amendedAt,
                row.retractedAt,
                row.requestId.equals(shownIn) ? null : row.requestId.toString());
    }

    private static String kind(String direction) {
        return switch (direction) {
            case "in" -> "message";
            case "out" -> "reply";
            default -> "note";
        };
    }
}
