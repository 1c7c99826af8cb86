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
 * @param requestId the request in which it was said, if that is another one that goes on in this
 * @param delivery of a reply that was to be delivered: pending, delivered or failed
 */
public record MessageView(
        String id,
        String kind,
        String direction,
        Author author,
        @Nullable String text,
        @JsonRawValue @Nullable String attachments,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable String delivery,
        @Nullable String deliveryReason,
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
                row.receivedAt,
                row.delivery,
                row.deliveryReason,
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
