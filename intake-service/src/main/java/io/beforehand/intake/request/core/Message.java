package io.beforehand.intake.request.core;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a request.
 *
 * @param occurredAt when it was said, within the bounds of {@link EventTime}
 * @param occurredAtSource when it was said as its sender told it, whatever the bounds; missing where he did not
 * @param deliver whether it has to be delivered to the customer
 * @param mail set if it came as a mail
 * @param channel set if it came by a channel's own webhook
 */
public record Message(
        String id,
        String requestId,
        Direction direction,
        Author author,
        @Nullable String text,
        List<Attachment> attachments,
        Instant occurredAt,
        @Nullable Instant occurredAtSource,
        Instant receivedAt,
        boolean deliver,
        @Nullable MailMessage mail,
        @Nullable ChannelMessage channel) {

    /** Characters of what somebody said that are kept; who says more is cut short, or refused where he can hear of it. */
    public static final int MAX_TEXT = 200_000;

    /** Seen from the organisation. */
    public enum Direction {
        IN,
        OUT,
        INTERNAL;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Direction of(Visibility visibility) {
            return switch (visibility) {
                case PUBLIC -> OUT;
                case INTERNAL -> INTERNAL;
            };
        }
    }

    public Message {
        attachments = List.copyOf(attachments);
        if ((author.kind() == AuthorKind.CUSTOMER) != (direction == Direction.IN)) {
            throw new IllegalArgumentException("what a customer says goes in, and nothing else does");
        }
    }

    /** Whether it answers the customer: a bot's reply does not, nor does a note among colleagues. */
    boolean isAnswer() {
        return direction == Direction.OUT && author.kind() == AuthorKind.AGENT;
    }
}
