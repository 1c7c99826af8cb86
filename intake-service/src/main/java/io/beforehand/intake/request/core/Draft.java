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
    final Map<String, Unanswered> unanswered;
    final Layer<ConversationKey, String> conversations;
    final Layer<String, Request> requests;
    final Layer<CustomerKey, Customer> customers;
    final Layer<EventKey, Received> received;
    final Layer<Participant, Participant> participants;
    final Layer<NativeMessage, Located> natives;
    final Layer<CustomerKey, CustomerKey> leads;
    final List<Opening> openings = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    final List<Revision> revisions = new ArrayList<>();
    final List<Merge> merges = new ArrayList<>();
    final List<RequestMerge> requestMerges = new ArrayList<>();
    final Map<String, Relabelling> relabellings = new LinkedHashMap<>();
    final List<StreamEvent> events = new ArrayList<>();

    private Draft(
            Instant now,
            Map<String, Unanswered> unanswered,
            Layer<ConversationKey, String> conversations,
            Layer<String, Request> requests,
            Layer<CustomerKey, Customer> customers,
            Layer<EventKey, Received> received,
            Layer<Participant, Participant> participants,
            Layer<NativeMessage, Located> natives,
            Layer<CustomerKey, CustomerKey> leads) {
        this.now = now;
        this.unanswered = unanswered;
        this.conversations = conversations;
        this.requests = requests;
        this.customers = customers;
        this.received = received;
        this.participants = participants;
        this.natives = natives;
        this.leads = leads;
    }

    /** @param now when whatever is decided counts as received */
    static Draft of(Known known, Instant now) {
        return new Draft(
                now,
                known.unanswered(),
                Layer.over(known.conversations()),
                Layer.over(known.requests()),
                Layer.over(known.customers()),
                Layer.over(known.received()),
                Layer.over(known.participants().stream().collect(Collectors.toMap(p -> p, p -> p))),
                Layer.over(known.natives()),
                Layer.over(known.leads()));
    }

    Draft another() {
        return new Draft(
                now,
                unanswered,
                conversations.another(),
                requests.another(),
                customers.another(),
                received.another(),
                participants.another(),
                natives.another(),
                leads.another());
    }

    void absorb(Draft accepted) {
        conversations.absorb(accepted.conversations);
        requests.absorb(accepted.requests);
        customers.absorb(accepted.customers);
        received.absorb(accepted.received);
        participants.absorb(accepted.participants);
        natives.absorb(accepted.natives);
        leads.absorb(accepted.leads);
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
                merges,
                requestMerges,
                relabellings,
                events);
    }
}
