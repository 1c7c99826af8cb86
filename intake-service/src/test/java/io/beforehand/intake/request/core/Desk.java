package io.beforehand.intake.request.core;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.events.Visibility;
import io.beforehand.intake.classification.TestClassifiers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides calls one batch after the other, keeping in maps what the tables would keep. */
final class Desk {

    static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    static final Reopening REOPENING = new Reopening(Duration.ofDays(7), Duration.ZERO, Duration.ofHours(24));
    static final ConversationKey CONVERSATION = new ConversationKey(Channel.CHAT, "default", "c-1");
    static final Author AGENT = new Author(AuthorKind.AGENT, "ada", "Ada");

    private final Map<ConversationKey, String> conversations = new HashMap<>();
    private final Map<String, Request> requests = new HashMap<>();
    private final Map<CustomerKey, Customer> customers = new HashMap<>();
    private final Map<EventKey, Known.Received> received = new HashMap<>();
    private final Set<Participant> participants = new HashSet<>();
    private final Map<NativeMessage, Located> natives = new HashMap<>();
    private final Map<NativeMessage, EarlyChange> early = new HashMap<>();
    final Map<ConversationKey, List<EarlyAnswer>> earlyAnswers = new HashMap<>();
    private final Map<CustomerKey, CustomerKey> leads = new HashMap<>();
    final Map<String, Unanswered> unanswered = new HashMap<>();
    final List<RequestMerge> requestMerges = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    final List<Revision> revisions = new ArrayList<>();
    final List<Opening> openings = new ArrayList<>();
    final List<StreamEvent> told = new ArrayList<>();
    final Map<String, Relabelling> relabellings = new HashMap<>();

    private Instant now = NOW;
    private final Reopening reopening;

    private final Identifiers identifiers = new Identifiers() {
        private int next;
        private int number = 1000;

        @Override
        public String next() {
            return "id-" + ++next;
        }

        @Override
        public String nextNumber() {
            return "R-" + ++number;
        }

        @Override
        public String replyToken(String requestId) {
            return "token-" + requestId;
        }
    };

    Desk() {
        this(REOPENING);
    }

    Desk(Reopening reopening) {
        this.reopening = reopening;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    List<Verdict> decide(List<Call> calls) {
        Decider.Decision decision =
                new Decider(TestClassifiers.shipped(), reopening, identifiers).decide(known(), calls, now);
        Changes changes = decision.changes();
        conversations.putAll(changes.conversations());
        requests.putAll(changes.requests());
        customers.putAll(changes.customers());
        received.putAll(changes.received());
        participants.addAll(changes.participants());
        messages.addAll(changes.messages());
        revisions.addAll(changes.revisions());
        changes.messages().forEach(this::remember);
        changes.revisions().forEach(this::remember);
        early.putAll(changes.early());
        earlyAnswers.putAll(changes.earlyAnswers());
        openings.addAll(changes.openings());
        changes.relabellings().forEach((id, relabelling) -> relabellings.merge(id, relabelling, Relabelling::and));
        told.addAll(changes.events());
        changes.merges().forEach(this::remember);
        requestMerges.addAll(changes.requestMerges());
        return decision.verdicts();
    }

    private void remember(Merge merge) {
        leads.replaceAll((_, lead) -> lead.equals(merge.from()) ? merge.into() : lead);
        leads.put(merge.from(), merge.into());
    }

    private void remember(Message message) {
        ChannelMessage channel = message.channel();
        if (channel != null && channel.nativeId() != null && message.direction() == Message.Direction.IN) {
            natives.put(
                    named(channel.kind(), channel.nativeId()), new Located(message.requestId(), message.id(), false));
        }
    }

    private void remember(Revision revision) {
        if (revision instanceof Revision.Retracted) {
            natives.replaceAll((_, at) -> at.messageId().equals(revision.messageId())
                    ? new Located(at.requestId(), at.messageId(), true)
                    : at);
        }
    }

    private static NativeMessage named(String kind, String id) {
        return new NativeMessage(CONVERSATION.channel(), kind, CONVERSATION.account(), id);
    }

    Known known() {
        return new Known(
                conversations,
                requests,
                customers,
                received,
                participants,
                natives,
                early,
                earlyAnswers,
                unanswered,
                leads);
    }

    Verdict submit(Submission... submissions) {
        return decide(List.of(call(submissions))).getFirst();
    }

    Receipt accept(Submission submission) {
        return ((Verdict.Accepted) submit(submission)).receipts().getFirst();
    }

    Receipt accept(Command command) {
        return accept(anonymous(command));
    }

    Refusal refuse(Command command) {
        return ((Verdict.Refused) submit(anonymous(command))).refusal();
    }

    Request request(Receipt receipt) {
        return Optional.ofNullable(requests.get(receipt.requestId())).orElseThrow();
    }

    List<RequestEvent> events() {
        return told.stream().map(event -> (RequestEvent) event.event()).toList();
    }

    static Call call(Submission... submissions) {
        return new Call(List.of(submissions), TraceContext.start());
    }

    static Submission anonymous(Command command) {
        return new Submission(new Identity.Anonymous(), null, command);
    }

    static Submission event(String id, Command command) {
        return event(id, id, command);
    }

    static Submission event(String id, String content, Command command) {
        Fingerprint fingerprint = new Fingerprint(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Submission(new Identity.Named(new EventKey("/shop", id), fingerprint), null, command);
    }

    static Command.CustomerMessage message(String text) {
        return message(CONVERSATION, text, Hints.NONE);
    }

    static Command.CustomerMessage message(ConversationKey conversation, String text, Hints hints) {
        Customer customer = new Customer("cust-1", "Lin", null, "zh-CN", null);
        return new Command.CustomerMessage(
                conversation, customer, "Order", text, List.of(), hints, Defaults.NONE, null, null);
    }

    /** The same by a channel that has no threads. */
    static Command.CustomerMessage withoutThreads(Command.CustomerMessage said) {
        return new Command.CustomerMessage(
                said.conversation(),
                said.customer(),
                said.subject(),
                said.text(),
                said.attachments(),
                said.hints(),
                said.defaults(),
                null,
                said.channel(),
                false);
    }

    static Command.Reply reply(Receipt to) {
        return new Command.Reply(new Target.OfRequest(to.requestId()), AGENT, Visibility.PUBLIC, "On its way", true);
    }

    static Command.SetStatus status(Receipt of, RequestStatus status) {
        return new Command.SetStatus(new Target.OfRequest(of.requestId()), status, null, null);
    }
}
