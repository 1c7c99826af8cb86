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

    final Layer<ConversationKey, String> conversations;
    final Layer<String, Request> requests;
    final Layer<CustomerKey, Customer> customers;
    final Layer<EventKey, Received> received;
    final Layer<Participant, Participant> participants;
    final Layer<NativeMessage, Located> natives;
    final List<Opening> openings = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    final List<Revision> revisions = new ArrayList<>();
    final Map<String, Relabelling> relabellings = new LinkedHashMap<>();
    final List<StreamEvent> events = new ArrayList<>();

    private Draft(
            Layer<ConversationKey, String> conversations,
            Layer<String, Request> requests,
            Layer<CustomerKey, Customer> customers,
            Layer<EventKey, Received> received,
            Layer<Participant, Participant> participants,
            Layer<NativeMessage, Located> natives) {
        this.conversations = conversations;
        this.requests = requests;
        this.customers = customers;
        this.received = received;
        this.participants = participants;
        this.natives = natives;
    }

    static Draft of(Known known) {
        return new Draft(
                Layer.over(known.conversations()),
                Layer.over(known.requests()),
                Layer.over(known.customers()),
                Layer.over(known.received()),
                Layer.over(known.participants().stream().collect(Collectors.toMap(p -> p, p -> p))),
                Layer.over(known.natives()));
    }

    Draft another() {
        return new Draft(
                conversations.another(),
                requests.another(),
                customers.another(),
                received.another(),
                participants.another(),
                natives.another());
    }

    void absorb(Draft accepted) {
        conversations.absorb(accepted.conversations);
        requests.absorb(accepted.requests);
        customers.absorb(accepted.customers);
        received.absorb(accepted.received);
        participants.absorb(accepted.participants);
        natives.absorb(accepted.natives);
        openings.addAll(accepted.openings);
        messages.addAll(accepted.messages);
        revisions.addAll(accepted.revisions);
        accepted.relabellings.forEach(this::relabel);
        events.addAll(accepted.events);
    }

    Optional<Request> find(Target target) {
        return switch (target) {
            case Target.OfRequest(String requestId) -> requests.get(requestId);
            case Target.OfConversation(ConversationKey conversation) ->
                conversations.get(conversation).flatMap(requests::get);
        };
    }

    /** Stores the request and tells the event at the next place of its stream. */
    Request tell(Request request, RequestEvent event, Instant time, TraceContext trace) {
        Request told = request.next();
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
                relabellings,
                events);
    }
}
