package io.beforehand.intake.channel;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.PageKey;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Reuse;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.mailbox.OwnMail;
import io.beforehand.intake.request.core.ChannelMessage;
import io.beforehand.intake.request.core.Command;
import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.intake.request.core.CustomerKey;
import io.beforehand.intake.request.core.Defaults;
import io.beforehand.intake.request.core.EventKey;
import io.beforehand.intake.request.core.Fingerprint;
import io.beforehand.intake.request.core.Identity;
import io.beforehand.intake.request.core.NativeMessage;
import io.beforehand.intake.request.core.ReplyTokens;
import io.beforehand.intake.request.core.Submission;
import io.beforehand.intake.request.core.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of what a channel tells what is submitted. Each has a name, so that it has no second effect when it is told again. */
final class ChannelSubmissions {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Inboxes of channels do not say who of ours wrote. */
    private static final Author SOMEBODY = new Author(AuthorKind.AGENT, null, null);

    private static final Duration FARTHEST = Duration.ofDays(400);

    private final ChannelAdapter adapter;
    private final String account;
    private final Defaults defaults;
    private final Verification.Valid proof;
    private final Instant now;
    private final ReplyTokens tokens;

    /** @param tokens by which mails of ours are known */
    ChannelSubmissions(
            ChannelAdapter adapter, Envelope envelope, Verification.Valid proof, Instant now, ReplyTokens tokens) {
        this.adapter = adapter;
        this.account = envelope.account();
        this.defaults = envelope.gate().defaults();
        this.proof = proof;
        this.now = now;
        this.tokens = tokens;
    }

    /** Behind what may come only once, if the signature holds such a thing; mails are not among them. */
    List<Submission> of(List<ChannelEvent> events, Delivery delivery) {
        List<Submission> submissions = new ArrayList<>();
        if (proof.reuse() != null) {
            submissions.add(used(proof.reuse(), delivery.body()));
        }
        for (ChannelEvent event : events) {
            command(event)
                    .map(command -> new Submission(
                            named(event.origin().key()), event.origin().occurredAt(), command))
                    .ifPresent(submissions::add);
        }
        return submissions;
    }

    private Submission used(Reuse reuse, byte[] body) {
        EventKey key = new EventKey("signatures of " + adapter.kind() + " to " + account, name(reuse.name()));
        Fingerprint fingerprint = new Fingerprint(Digests.sha256(body));
        return new Submission(
                reuse.excused() ? new Identity.FirstNamed(key, fingerprint) : new Identity.Named(key, fingerprint),
                null,
                new Command.PassOver());
    }

    /**
     * A copy is known by its key alone: what channels send again is not always the same to the byte. Only a digest of the key is kept:
     * it may hold who the event is from, encoded.
     */
    private Identity named(String key) {
        byte[] digest = Digests.sha256(key.getBytes(StandardCharsets.UTF_8));
        return new Identity.Named(
                new EventKey(adapter.kind() + " to " + account, HexFormat.of().formatHex(digest)),
                new Fingerprint(digest));
    }

    private Optional<Command> command(ChannelEvent event) {
        Origin origin = event.origin();
        return switch (event) {
            case ChannelEvent.Said said ->
                Optional.of(message(origin, said.channel(), said.customer(), said.content()));
            case ChannelEvent.Edited edit ->
                Optional.of(new Command.Amend(
                        nativeMessage(edit.channel(), edit.amends()),
                        inConversation(origin, edit.channel()).orElse(null),
                        SoundText.of(edit.text())));
            case ChannelEvent.Deleted deletion ->
                Optional.of(new Command.Retract(
                        nativeMessage(deletion.channel(), deletion.retracts()),
                        inConversation(origin, deletion.channel()).orElse(null)));
            case ChannelEvent.Answered answer ->
                inConversation(origin, answer.channel())
                        .map(in -> reply(
                                origin, in, SoundText.author(answer.author()), answer.visibility(), answer.text()));
            case ChannelEvent.Echoed echo ->
                inConversation(origin, echo.channel())
                        .map(in -> new Command.Echo(reply(origin, in, SOMEBODY, Visibility.PUBLIC, echo.text())));
            case ChannelEvent.Receipt receipt ->
                receipt.channel() == Channel.EMAIL ? mailReceipt(origin, receipt.state()) : receipt(origin, receipt);
            case ChannelEvent.CallMissed missed -> missedCall(origin, missed);
            case ChannelEvent.CallNoted note ->
                inConversation(origin, Channel.VOICE).map(in -> Notes.of(in, SoundText.note(note.note())));
            case ChannelEvent.OptedOut out -> about(origin, out.channel()).map(in -> optOut(origin, in, out));
            case ChannelEvent.OptedIn opted ->
                about(origin, opted.channel())
                        .map(in -> new Command.OptIn(in, opted.channel(), account, SoundText.id(opted.address())));
            case ChannelEvent.StatusTold status ->
                inConversation(origin, status.channel())
                        .map(in -> new Command.SetStatus(
                                new Target.OfConversation(in),
                                status.status(),
                                SoundText.reason(status.reason()),
                                null));
            case ChannelEvent.PageAnswered answer ->
                PageKey.parse(answer.pageKey())
                        .filter(key -> isUuid(key.requestId()))
                        .map(key -> new Command.AnswerPage(key.requestId(), key.alertId(), SoundText.id(answer.by())));
            case ChannelEvent.IdentityChanged change ->
                Optional.of(new Command.MergeIdentity(
                        customer(change.channel(), change.from()), customer(change.channel(), change.into())));
            case ChannelEvent.Mailed _, ChannelEvent.PassedOver _ -> Optional.empty();
        };
    }

    private Optional<Command> receipt(Origin origin, ChannelEvent.Receipt receipt) {
        return inConversation(origin, receipt.channel()).flatMap(in -> Optional.ofNullable(origin.messageId())
                .map(id -> new Command.ChannelReceipt(in, name(id), receipt.state())));
    }

    /** A mail of ours is known by the Message-ID that we gave it; others' are none of our business. */
    private Optional<OwnMail> ownMail(Origin origin) {
        return Optional.ofNullable(origin.conversation()).flatMap(messageId -> OwnMail.of(messageId, tokens));
    }

    private Optional<Command> mailReceipt(Origin origin, String state) {
        return ownMail(origin).map(own -> new Command.DeliveryReceipt(own.requestId(), own.deliveryId(), state));
    }

    /** The request whose mail the customer answers with it, or the one that the conversation belongs to. */
    private Optional<Target> about(Origin origin, Channel channel) {
        return channel == Channel.EMAIL
                ? ownMail(origin).map(own -> new Target.OfRequest(own.requestId()))
                : inConversation(origin, channel).map(Target.OfConversation::new);
    }

    private Command optOut(Origin origin, Target in, ChannelEvent.OptedOut out) {
        String deliveryId = out.channel() == Channel.EMAIL
                ? ownMail(origin).map(OwnMail::deliveryId).orElse(null)
                : null;
        return new Command.OptOut(in, out.channel(), account, SoundText.id(out.address()), deliveryId);
    }

    private Optional<Command> missedCall(Origin origin, ChannelEvent.CallMissed missed) {
        String note = missed.waited() == null
                ? "call-missed"
                : "call-missed after " + missed.waited().toSeconds() + " s";
        if (missed.caller() == null) {
            return inConversation(origin, Channel.VOICE).map(in -> Notes.of(in, note));
        }
        Command.CustomerMessage call = message(origin, Channel.VOICE, missed.caller(), Content.typed(null));
        return Optional.of(new Command.MissedCall(call, note));
    }

    private Command.Reply reply(
            Origin origin, ConversationKey in, Author author, Visibility visibility, @Nullable String text) {
        return new Command.Reply(
                new Target.OfConversation(in),
                author,
                visibility,
                SoundText.of(text),
                false,
                details(origin, null, null, null),
                adapter.threaded());
    }

    private Command.CustomerMessage message(Origin origin, Channel channel, Customer customer, Content content) {
        return new Command.CustomerMessage(
                key(channel, origin.requiredConversation()),
                SoundText.customer(customer),
                SoundText.subject(content.subject()),
                SoundText.of(content.text()),
                SoundText.attachments(content.attachments()),
                content.hints(),
                defaults,
                null,
                details(origin, content.textOrigin(), content.inReplyTo(), content.replyUntil()),
                adapter.threaded());
    }

    private ChannelMessage details(
            Origin origin, @Nullable TextOrigin text, @Nullable String inReplyTo, @Nullable Instant replyUntil) {
        return new ChannelMessage(
                adapter.kind(),
                SoundText.idIfAny(origin.messageId()),
                SoundText.idIfAny(origin.deliveryId()),
                text == null ? null : text.wireName(),
                proof.strength().wireName(),
                SoundText.idIfAny(inReplyTo),
                replyUntil == null || !isNear(replyUntil) ? null : replyUntil);
    }

    /** No channel lets us answer for longer; what says so is no time of anybody's. */
    private boolean isNear(Instant moment) {
        return moment.isAfter(now.minus(FARTHEST)) && moment.isBefore(now.plus(FARTHEST));
    }

    private Optional<ConversationKey> inConversation(Origin origin, Channel channel) {
        return Optional.ofNullable(origin.conversation()).map(conversation -> key(channel, conversation));
    }

    private ConversationKey key(Channel channel, String conversation) {
        return new ConversationKey(channel, account, name(conversation));
    }

    private static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    private CustomerKey customer(Channel channel, String id) {
        return CustomerKey.of(channel, account, adapter.kind(), name(id));
    }

    private NativeMessage nativeMessage(Channel channel, String id) {
        return new NativeMessage(channel, adapter.kind(), account, name(id));
    }

    /** The channel's own name of something, or a digest of it where it is longer than names are. */
    private static String name(String id) {
        return SoundText.id(id);
    }
}
