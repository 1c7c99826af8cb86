package io.beforehand.intake.request.core;

import io.beforehand.events.Customer;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.TraceContext;
import io.beforehand.intake.request.core.Known.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The world as it would be after the submissions decided so far. A call works on a draft of its own until it is accepted. */
final class Draft {

    final Instant now;
    final Layer<ConversationKey, String> conversations;
    final Layer<String, Request> requests;
    final Layer<CustomerKey, Customer> customers;
    final Layer<EventKey, Received> received;
    final Layer<Participant, Participant> participants;
    final Layer<NativeMessage, Located> natives;
    final Layer<NativeMessage, EarlyChange> early;
    final Layer<ConversationKey, List<EarlyAnswer>> earlyAnswers;
    final Layer<CustomerKey, CustomerKey> leads;
    final Layer<String, Unanswered> unanswered;
    final List<Opening> openings = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    final List<Revision> revisions = new ArrayList<>();
    final List<Merge> merges = new ArrayList<>();
    final List<RequestMerge> requestMerges = new ArrayList<>();
    final Map<String, Relabelling> relabellings = new LinkedHashMap<>();
    final List<StreamEvent> events = new ArrayList<>();

    private Draft(
            Instant now,
            Layer<ConversationKey, String> conversations,
            Layer<String, Request> requests,
            Layer<CustomerKey, Customer> customers,
            Layer<EventKey, Received> received,
            Layer<Participant, Participant> participants,
            Layer<NativeMessage, Located> natives,
            Layer<NativeMessage, EarlyChange> early,
            Layer<ConversationKey, List<EarlyAnswer>> earlyAnswers,
            Layer<CustomerKey, CustomerKey> leads,
            Layer<String, Unanswered> unanswered) {
        this.now = now;
        this.conversations = conversations;
        this.requests = requests;
        this.customers = customers;
        this.received = received;
        this.participants = participants;
        this.natives = natives;
        this.early = early;
        this.earlyAnswers = earlyAnswers;
        this.leads = leads;
        this.unanswered = unanswered;
    }

    /** @param now when whatever is decided counts as received */
    static Draft of(Known known, Instant now) {
        return new Draft(
                now,
                Layer.over(known.conversations()),
                Layer.over(known.requests()),
                Layer.over(known.customers()),
                Layer.over(known.received()),
                Layer.over(known.participants().stream().collect(Collectors.toMap(p -> p, p -> p))),
                Layer.over(known.natives()),
                Layer.over(known.early()),
                Layer.over(known.earlyAnswers()),
                Layer.over(known.leads()),
                Layer.over(known.unanswered()));
    }

    Draft another() {
        return new Draft(
                now,
                conversations.another(),
                requests.another(),
                customers.another(),
                received.another(),
                participants.another(),
                natives.another(),
                early.another(),
                earlyAnswers.another(),
                leads.another(),
                unanswered.another());
    }

    void absorb(Draft accepted) {
        conversations.absorb(accepted.conversations);
        requests.absorb(accepted.requests);
        customers.absorb(accepted.customers);
        received.absorb(accepted.received);
        participants.absorb(accepted.participants);
        natives.absorb(accepted.natives);
        early.absorb(accepted.early);
        earlyAnswers.absorb(accepted.earlyAnswers);
        leads.absorb(accepted.leads);
        unanswered.absorb(accepted.unanswered);
        openings.addAll(accepted.openings);
        messages.addAll(accepted.messages);
        revisions.addAll(accepted.revisions);
        merges.addAll(accepted.merges);
        requestMerges.addAll(accepted.requestMerges);
        accepted.relabellings.forEach(this::relabel);
        events.addAll(accepted.events);
    }

    Optional<Request> find(Target target) {
        return switch (target) {
            case Target.OfRequest(String requestId) -> requests.get(requestId);
            case Target.OfConversation(ConversationKey conversation) -> findLatest(conversation);
        };
    }

    /** The request that a conversation last belonged to; if that was merged, the one in which it goes on. */
    Optional<Request> findLatest(ConversationKey conversation) {
        return conversations.get(conversation).flatMap(requests::get).map(this::goesOnIn);
    }

    Request goesOnIn(Request request) {
        Request last = request;
        while (last.stage() instanceof Stage.Merged(String into)
                && requests.get(into).isPresent()) {
            last = requests.get(into).get();
        }
        return last;
    }

    /** The identity that leads the person whose identity this is. */
    CustomerKey leadOf(CustomerKey identity) {
        CustomerKey lead = identity;
        while (leads.get(lead).isPresent()) {
            lead = leads.get(lead).get();
        }
        return lead;
    }

    /** Stores the request and tells the event at the next place of its stream. */
    Request tell(Request request, RequestEvent event, Instant time, TraceContext trace) {
        Request told = request.next(now);
        requests.put(told.id(), told);
        events.add(new StreamEvent(told.id(), told.lastSequence(), time, trace, event));
        return told;
    }

    /** What was told of it lately does not count as something that happened in it. */
    void letRest(Request before) {
        requests.get(before.id()).ifPresent(told -> requests.put(told.id(), told.changed(before.changedAt())));
    }

    /** Stores the message, and that what it asks waits for an answer, or that what it answers does not. */
    void say(Message message) {
        messages.add(message);
        unanswered
                .get(message.requestId())
                .ifPresent(waiting -> unanswered.put(message.requestId(), waiting.after(message)));
    }

    /** What the customer takes back waits for no answer, neither there nor in the request that it goes on in. */
    void unsay(Request request, String messageId) {
        String waits = goesOnIn(request).id();
        unanswered.get(waits).ifPresent(waiting -> unanswered.put(waits, waiting.without(messageId)));
    }

    void relabel(String requestId, Relabelling relabelling) {
        relabellings.merge(requestId, relabelling, Relabelling::and);
    }

    Changes changes() {
        return new Changes(
                openings,
                requests.own(),
                conversations.own(),
                customers.own(),
                received.own(),
                participants.own().keySet(),
                messages,
                revisions,
                early.own(),
                earlyAnswers.own(),
                merges,
                requestMerges,
                relabellings,
                events);
    }
}
