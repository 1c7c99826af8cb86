package io.beforehand.intake.request.core;

import io.beforehand.events.Customer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is stored about everything that a batch of calls touches.
 *
 * @param conversations the request that each conversation last belonged to, or the id kept ready for its first one
 * @param requests those of them that exist, and those that are named by id
 * @param received what came of events that were submitted before
 * @param participants those of the senders of mails who have a part in one of the requests
 * @param natives where messages are that channels name
 * @param early what was changed of messages before they came
 * @param earlyAnswers what was said in conversations before the message that opens a request there
 * @param unanswered what waits for an answer in each request that is to go on in another, be it nothing
 * @param leads of customers who were merged, which identity leads; it is among the customers too
 */
public record Known(
        Map<ConversationKey, String> conversations,
        Map<String, Request> requests,
        Map<CustomerKey, Customer> customers,
        Map<EventKey, Received> received,
        Set<Participant> participants,
        Map<NativeMessage, Located> natives,
        Map<NativeMessage, EarlyChange> early,
        Map<ConversationKey, List<EarlyAnswer>> earlyAnswers,
        Map<String, Unanswered> unanswered,
        Map<CustomerKey, CustomerKey> leads) {

    public static final Known NOTHING = new Known(
            Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public Known {
        conversations = Map.copyOf(conversations);
        requests = Map.copyOf(requests);
        customers = Map.copyOf(customers);
        received = Map.copyOf(received);
        participants = Set.copyOf(participants);
        natives = Map.copyOf(natives);
        early = Map.copyOf(early);
        earlyAnswers = Map.copyOf(earlyAnswers);
        unanswered = Map.copyOf(unanswered);
        leads = Map.copyOf(leads);
    }

    /** An event that was accepted before, and what its sender was told. */
    public record Received(Fingerprint fingerprint, Receipt receipt) {}
}
