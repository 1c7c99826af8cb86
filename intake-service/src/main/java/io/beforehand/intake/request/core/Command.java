package io.beforehand.intake.request.core;

import io.beforehand.events.Author;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Party;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.Visibility;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be recorded, checked as far as it can be without knowing what is stored. */
public sealed interface Command {

    /**
     * A customer said something.
     *
     * @param mail set if he did in a mail
     * @param channel set if he did by a channel's own webhook
     * @param threaded whether the channel tells one conversation with a customer from another; where it does not, the time that
     *     has passed has to
     */
    record CustomerMessage(
            ConversationKey conversation,
            Customer customer,
            @Nullable String subject,
            @Nullable String text,
            List<Attachment> attachments,
            Hints hints,
            Defaults defaults,
            @Nullable MailMessage mail,
            @Nullable ChannelMessage channel,
            boolean threaded)
            implements Command {

        public CustomerMessage {
            attachments = List.copyOf(attachments);
        }

        /** One in a channel with threads. */
        public CustomerMessage(
                ConversationKey conversation,
                Customer customer,
                @Nullable String subject,
                @Nullable String text,
                List<Attachment> attachments,
                Hints hints,
                Defaults defaults,
                @Nullable MailMessage mail,
                @Nullable ChannelMessage channel) {
            this(conversation, customer, subject, text, attachments, hints, defaults, mail, channel, true);
        }

        /** The channel's name of it, if it has one. */
        Optional<NativeMessage> named() {
            return channel == null || channel.nativeId() == null
                    ? Optional.empty()
                    : Optional.of(new NativeMessage(
                            conversation.channel(), channel.kind(), conversation.account(), channel.nativeId()));
        }

        CustomerKey customerKey() {
            return CustomerKey.of(
                    conversation.channel(),
                    conversation.account(),
                    channel == null ? null : channel.kind(),
                    customer.id());
        }
    }

    /**
     * Somebody of ours, or a machine of ours, said something.
     *
     * @param deliver whether it still has to reach the customer; false when its channel has seen to that
     * @param channel set if a channel's own webhook told it
     * @param threaded whether the channel tells one conversation with a customer from another
     */
    record Reply(
            Target target,
            Author author,
            Visibility visibility,
            @Nullable String text,
            boolean deliver,
            @Nullable ChannelMessage channel,
            boolean threaded)
            implements Command {

        /** One in a channel with threads. */
        public Reply(
                Target target,
                Author author,
                Visibility visibility,
                @Nullable String text,
                boolean deliver,
                @Nullable ChannelMessage channel) {
            this(target, author, visibility, text, deliver, channel, true);
        }

        /** One that no channel's own webhook told. */
        public Reply(Target target, Author author, Visibility visibility, @Nullable String text, boolean deliver) {
            this(target, author, visibility, text, deliver, null);
        }
    }

    /** An answer in a channel's own inbox, unless the channel gave it by itself (see {@link Echoes}). */
    record Echo(Reply reply) implements Command {}

    record SetStatus(
            Target target,
            RequestStatus status,
            @Nullable String reason,
            @Nullable Party party) implements Command {}

    /** Sets what is given and leaves the rest as it is. */
    record Reclassify(
            Target target,
            @Nullable Priority priority,
            @Nullable String tier,
            @Nullable String category,
            @Nullable String team)
            implements Command {}

    /**
     * What became of a message of ours, as the channel reports it.
     *
     * @param state a stable word, such as {@code bounced-hard} or {@code read}
     */
    record DeliveryReceipt(String requestId, String deliveryId, String state) implements Command {}

    /** The customer changed what he had said. @param in the conversation, where the channel says it */
    record Amend(
            NativeMessage message,
            @Nullable ConversationKey in,
            @Nullable String text) implements Command {}

    /** The customer took back what he had said. @param in the conversation, where the channel says it */
    record Retract(NativeMessage message, @Nullable ConversationKey in) implements Command {}

    /**
     * What became of a message of ours, as a channel reports it that knows it by an id of its own.
     *
     * @param state a stable word, such as {@code delivered}
     */
    record ChannelReceipt(ConversationKey conversation, String nativeId, String state) implements Command {}

    /** A call ended without having been answered: a request, unless one is known of it. */
    record MissedCall(CustomerMessage call, String note) implements Command {}

    /**
     * The customer does not want to hear from us on this channel account any more.
     *
     * @param target in which he said so
     * @param deliveryId ours, of the message that he answered with it, if the channel says so
     */
    record OptOut(
            Target target,
            Channel channel,
            String account,
            String address,
            @Nullable String deliveryId) implements Command {

        public OptOut(Target target, Channel channel, String account, String address) {
            this(target, channel, account, address, null);
        }
    }

    /** He wants to again. @param target in which he said so */
    record OptIn(Target target, Channel channel, String account, String address) implements Command {}

    /** Somebody on call answered a page in the tool that carried it. */
    record AnswerPage(String requestId, String alertId, String by) implements Command {}

    /** A customer goes by another id now, or two customers turned out to be one person. */
    record MergeIdentity(CustomerKey from, CustomerKey into) implements Command {}

    /**
     * Two requests turned out to be about one matter.
     *
     * @param by who says so
     * @param force even if they are different customers'
     */
    record MergeRequest(String from, String into, @Nullable String by, boolean force) implements Command {}

    /** An event of a type that is not ours: remembered, so that its id stays taken, and otherwise passed over. */
    record PassOver() implements Command {}
}
