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
     * A further message of the customer, or of somebody else who has a part in it, in a request that exists.
     *
     * @param mail set if it came as a mail
     * @param sender who wrote it; missing where it is told for another time, as what waits for an answer in a request that goes
     *     on in this one
     */
    record CustomerMessaged(
            String messageId,
            @Nullable String text,
            Instant receivedAt,
            @Nullable Mail mail,
            @Nullable Sender sender) implements RequestEvent {

        /** One of which it is not said who wrote it. */
        public CustomerMessaged(String messageId, @Nullable String text, Instant receivedAt, @Nullable Mail mail) {
            this(messageId, text, receivedAt, mail, null);
        }
    }

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
     * The request moved from one status to another, or waits for another party in the same one.
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

    /**
     * The channel reports what became of a message that was sent, such as {@code delivered} or {@code read}.
     *
     * @param deliveryId ours, or the channel's own id of the message
     * @param conversation in which the channel says that it was sent: the message may be one of another request, to which the
     *     conversation belonged before; missing where our own id says it all
     */
    record ReceiptReceived(
            String deliveryId, String state, @Nullable ConversationRef conversation) implements RequestEvent {

        /** One that names the message by our own id. */
        public ReceiptReceived(String deliveryId, String state) {
            this(deliveryId, state, null);
        }
    }

    /**
     * The customer does not want to hear from us on this channel any more.
     *
     * @param deliveryId ours, of the message that he answered with it; it counts for the account that was sent from, which may be
     *     another. Missing where the channel does not say
     */
    record ContactOptedOut(
            Channel channel,
            String account,
            String address,
            @Nullable String deliveryId) implements RequestEvent {

        /** One that is about the account that it names. */
        public ContactOptedOut(Channel channel, String account, String address) {
            this(channel, account, address, null);
        }
    }

    /** The customer wants to hear from us on this channel again. */
    record ContactOptedIn(Channel channel, String account, String address) implements RequestEvent {}

    /** Somebody on call answered a page in the paging tool that carried it. */
    record PageAnswered(String alertId, String by) implements RequestEvent {}
}
