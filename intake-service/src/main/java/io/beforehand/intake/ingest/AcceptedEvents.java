package io.beforehand.intake.ingest;

import io.beforehand.intake.request.core.Receipt;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What became of events, in their order. */
public record AcceptedEvents(List<AcceptedEvent> accepted) {

    /**
     * @param id the event's
     * @param requestId missing for events that are ignored
     * @param outcome opened, appended, recorded, ignored or duplicate
     * @param reason why a mail is ignored
     */
    public record AcceptedEvent(
            String id,
            @Nullable String requestId,
            String outcome,
            @Nullable String reason) {}

    public AcceptedEvents {
        accepted = List.copyOf(accepted);
    }

    static AcceptedEvents of(List<CloudEvent> events, List<Receipt> receipts) {
        return new AcceptedEvents(IntStream.range(0, events.size())
                .mapToObj(i -> new AcceptedEvent(
                        events.get(i).id(),
                        receipts.get(i).requestId(),
                        receipts.get(i).outcome().wireName(),
                        null))
                .toList());
    }
}
