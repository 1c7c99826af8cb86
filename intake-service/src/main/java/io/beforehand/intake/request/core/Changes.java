package io.beforehand.intake.request.core;

import io.beforehand.events.Customer;
import io.beforehand.events.StreamEvent;
import io.beforehand.intake.request.core.Known.Received;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be stored and told because calls were accepted; of everything only what is different now. */
public record Changes(
        List<Opening> openings,
        Map<String, Request> requests,
        Map<ConversationKey, String> conversations,
        Map<CustomerKey, Customer> customers,
        Map<EventKey, Received> received,
        Set<Participant> participants,
        List<Message> messages,
        List<Revision> revisions,
        Map<NativeMessage, EarlyChange> early,
        Map<ConversationKey, List<EarlyAnswer>> earlyAnswers,
        List<Merge> merges,
        List<RequestMerge> requestMerges,
        Map<String, Relabelling> relabellings,
        List<StreamEvent> events) {

    public Changes {
        openings = List.copyOf(openings);
        requests = Map.copyOf(requests);
        conversations = Map.copyOf(conversations);
        customers = Map.copyOf(customers);
        received = Map.copyOf(received);
        participants = Set.copyOf(participants);
        messages = List.copyOf(messages);
        revisions = List.copyOf(revisions);
        early = Map.copyOf(early);
        earlyAnswers = Map.copyOf(earlyAnswers);
        merges = List.copyOf(merges);
        requestMerges = List.copyOf(requestMerges);
        relabellings = Map.copyOf(relabellings);
        events = List.copyOf(events);
    }
}
