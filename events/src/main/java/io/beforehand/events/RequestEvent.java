package io.beforehand.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What intake tells: the requests themselves and everything said in them. */
public sealed interface RequestEvent extends Event {

    @Override
    default Owner owner() {
        return Owner.REQUESTS;
    }

    /**
     * A customer asks for something that is no part of an open request. The event's time is the request's opening.
     *
     * @param number the number that people use, such as {@code R-1042}
     * @param account the channel account that received it
     * @param conversation the channel's own thread key
     * @param text what the customer wrote, cut to {@link EventLimits#MAX_TEXT} characters
     * @param receivedAt when it reached us; never before it happened by more than the allowed skew
     * @param mail set if it came as a mail
     * @param mood how the customer seems to feel
     */
    record RequestOpened(
            String number,
            Priority priority,
            @Nullable String tier,
            @Nullable String category,
            @Nullable String team,
            Channel channel,
            String account,
            String conversation,
            @Nullable String subject,
            Customer customer,
            String messageId,
            @Nullable String text,
            Instant receivedAt,
            @Nullable Mail mail,
            @Nullable Mood mood)
            implements RequestEvent {

        /** One of which nobody read the mood. */
        public RequestOpened(
                String number,
                Priority priority,
                @Nullable String tier,
                @Nullable String category,
                @Nullable String team,
                Channel channel,
                String account,
                String conversation,
                @Nullable String subject,
                Customer customer,
                String messageId,
                @Nullable String text,
                Instant receivedAt,
                @Nullable Mail mail) {
            this(
                    number,
                    priority,
                    tier,
                    category,
                    team,
                    channel,
                    account,
                    conversation,
                    subject,
                    customer,
                    messageId,
                    text,
                    receivedAt,
                    mail,
                    null);
        }
    }

    /**
     * A further message of the customer in a request that exists.
     *
     * @param mail set if it came as a mail
     */
    record CustomerMessaged(
            String messageId,
            @Nullable String text,
            Instant receivedAt,
            @Nullable Mail mail) implements RequestEvent {}

    /**
     * A reply to the customer or a note among colleagues.
     *
     * @param text whole, up to {@link EventLimits#MAX_REPLY} characters, if it still has to be delivered; else cut to {@link
     *     EventLimits#MAX_TEXT}
     * @param deliver whether the reply still has to be delivered to the customer; false when its channel has done so
     */
    record ReplySent(
            String messageId,
            Author author,
            Visibility visibility,
            @Nullable String text,
            boolean deliver,
            Instant receivedAt)
            implements RequestEvent {}

    /**
     * The request moved from one status to another.
     *
     * @param reason what was said about it; {@link #MERGED} if it is closed because it goes on in another request
     */
    record StatusChanged(
            RequestStatus from,
            RequestStatus to,
            @Nullable String reason,
            @Nullable Party party) implements RequestEvent {

        /** The reason that nobody gives by hand. */
        public static final String MERGED = "merged";
    }

    /**
     * What the request is was changed; its four fields as they are now.
     *
     * @param reason why, if nobody said so but a rule, such as {@code angry-customer}
     */
    record RequestChanged(
            Priority priority,
            @Nullable String tier,
            @Nullable String category,
            @Nullable String team,
            @Nullable String reason)
            implements RequestEvent {

        /** Somebody said so. */
        public RequestChanged(
                Priority priority, @Nullable String tier, @Nullable String category, @Nullable String team) {
            this(priority, tier, category, team, null);
        }
    }

    /** The customer changed a message after sending it. */
    record MessageAmended(String messageId, @Nullable String text) implements RequestEvent {}

    /** The customer took a message back. */
    record MessageRetracted(String messageId) implements RequestEvent {}

    /** Two identities turned out to be one customer; the request now belongs to {@code into}. */
    record CustomerMerged(String from, Customer into) implements RequestEvent {}

    /**
     * The customer is to be forgotten: whoever keeps his words, his name or an address of his erases them. What was measured stays.
     *
     * @param pseudonym what stands for him from now on; random, so that nothing leads back to him
     */
    record CustomerForgotten(String pseudonym) implements RequestEvent {}

    /** The channel reports what became of a message that was sent, such as {@code delivered} or {@code read}. */
    record ReceiptReceived(String deliveryId, String state) implements RequestEvent {}

    /** The customer does not want to hear from us on this channel any more. */
    record ContactOptedOut(Channel channel, String account, String address) implements RequestEvent {}

    /** Somebody on call answered a page in the paging tool that carried it. */
    record PageAnswered(String alertId, String by) implements RequestEvent {}
}
