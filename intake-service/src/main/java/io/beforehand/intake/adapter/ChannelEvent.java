package io.beforehand.intake.adapter;

import io.beforehand.events.Author;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.Visibility;
import io.beforehand.intake.mail.Mail;
import io.beforehand.intake.request.core.Attachment;
import io.beforehand.intake.request.core.Hints;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a channel tells, in the same words for all channels. */
public sealed interface ChannelEvent {

    /**
     * Where an event comes from, and how it is known again.
     *
     * @param key the same whenever the same thing is told again, however often it is delivered, and different for everything else in
     *     the account: what a message id alone does not tell apart (an edit, a receipt) is part of it
     * @param deliveryId the channel's id of the push, if it gives one; a retry repeats it
     * @param messageId the channel's id of the message; an edit repeats it
     * @param conversation the channel's thread key; missing where an event belongs to none
     * @param occurredAt by the channel's clock; missing where it does not say
     */
    record Origin(
            String key,
            @Nullable String deliveryId,
            @Nullable String messageId,
            @Nullable String conversation,
            @Nullable Instant occurredAt) {

        /** @throws MalformedDeliveryException if it belongs to no conversation */
        public String requiredConversation() {
            if (conversation == null || conversation.isEmpty()) {
                throw new MalformedDeliveryException("a message without a conversation");
            }
            return conversation;
        }
    }

    Origin origin();

    /** A customer said something. It opens a request, or goes on in one. */
    record Said(Origin origin, Channel channel, Customer customer, Content content) implements ChannelEvent {}

    /**
     * What was said.
     *
     * @param text as the customer wrote it, without what he quoted; missing for a picture, a voice, a missed call
     * @param inReplyTo the channel's id of the message it answers
     * @param replyUntil until when the channel lets us answer, if it does not always
     */
    record Content(
            @Nullable String subject,
            @Nullable String text,
            TextOrigin textOrigin,
            List<Attachment> attachments,
            @Nullable String inReplyTo,
            @Nullable Instant replyUntil,
            Hints hints) {

        public Content {
            attachments = List.copyOf(attachments);
        }

        /** A text that somebody typed, with nothing else. */
        public static Content typed(@Nullable String text) {
            return new Content(
                    null, text, text == null ? TextOrigin.NONE : TextOrigin.TYPED, List.of(), null, null, Hints.NONE);
        }

        public Content with(List<Attachment> others) {
            return new Content(subject, text, textOrigin, others, inReplyTo, replyUntil, hints);
        }

        public Content from(TextOrigin origin) {
            return new Content(
                    subject, text, text == null ? TextOrigin.NONE : origin, attachments, inReplyTo, replyUntil, hints);
        }

        public Content about(@Nullable String other) {
            return new Content(other, text, textOrigin, attachments, inReplyTo, replyUntil, hints);
        }

        public Content answering(@Nullable String messageId) {
            return new Content(subject, text, textOrigin, attachments, messageId, replyUntil, hints);
        }

        public Content until(@Nullable Instant end) {
            return new Content(subject, text, textOrigin, attachments, inReplyTo, end, hints);
        }

        public Content hinting(Hints others) {
            return new Content(subject, text, textOrigin, attachments, inReplyTo, replyUntil, others);
        }
    }

    /** A mail, whichever provider handed it over; it goes the way of all mails from here. */
    record Mailed(Origin origin, Mail mail) implements ChannelEvent {}

    /** The customer changed what he had said. @param amends the channel's id of that message */
    record Edited(
            Origin origin,
            Channel channel,
            String amends,
            @Nullable String text) implements ChannelEvent {}

    /** The customer took back what he had said. @param retracts the channel's id of that message */
    record Deleted(Origin origin, Channel channel, String retracts) implements ChannelEvent {}

    /**
     * Somebody of ours, or a machine of ours, answered by the channel itself: a public answer of a person stops the clock of the
     * first response.
     */
    record Answered(
            Origin origin,
            Channel channel,
            Author author,
            Visibility visibility,
            @Nullable String text) implements ChannelEvent {}

    /**
     * The channel repeats what was written in its own inbox or app in the organisation's name: by a person, unless the channel sent it
     * by itself, such as a greeting. Which of it, the channel does not say.
     */
    record Echoed(Origin origin, Channel channel, @Nullable String text) implements ChannelEvent {}

    /**
     * What became of a message of ours, whose id at the channel is the origin's.
     *
     * @param state a stable word: sent, delivered, read, failed, bounced-hard, bounced-soft, complaint
     * @param error the channel's own code
     */
    record Receipt(
            Origin origin,
            Channel channel,
            String state,
            @Nullable String error) implements ChannelEvent {}

    /** A call came to its end without anybody having answered. It is a request of its own if nothing was heard of it before. */
    record CallMissed(
            Origin origin,
            @Nullable Customer caller,
            @Nullable Duration waited) implements ChannelEvent {}

    /** Something about a call that is worth a note. @param note a stable word, such as {@code call-ended} */
    record CallNoted(Origin origin, String note) implements ChannelEvent {}

    /** The customer does not want to hear from us on this channel any more. */
    record OptedOut(Origin origin, Channel channel, String address) implements ChannelEvent {}

    /** The customer wants to hear from us on this channel again, and says so by something that is no message. */
    record OptedIn(Origin origin, Channel channel, String address) implements ChannelEvent {}

    /** A customer goes by another id from now on. */
    record IdentityChanged(Origin origin, Channel channel, String from, String into) implements ChannelEvent {}

    /** The channel says where its own ticket stands. */
    record StatusTold(
            Origin origin,
            Channel channel,
            RequestStatus status,
            @Nullable String reason) implements ChannelEvent {}

    /** Somebody on call answered a page in the tool that carried it. @param pageKey the key by which we had raised it */
    record PageAnswered(Origin origin, String pageKey, String by) implements ChannelEvent {}

    /** Nothing to be done: our own echo, a bot, a reaction, a type that is not known, an item that cannot be read. */
    record PassedOver(Origin origin, Reason reason) implements ChannelEvent {

        /** Why; also the label by which they are counted. */
        public enum Reason {
            ECHO,
            BOT,
            PRIVATE_NOTE,
            REACTION,
            MEMBERSHIP,
            TYPING,
            UNFURL,
            OTHER_ACCOUNT,
            /** One of several that came together, and not what the channel sends. */
            MALFORMED,
            UNKNOWN_TYPE
        }
    }
}
