package io.beforehand.notification.optout;

import io.beforehand.events.Event;
import io.beforehand.events.Mail;
import io.beforehand.events.RequestEvent.ContactOptedOut;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import io.beforehand.notification.request.Correspondence;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a customer lets us know about being written to. */
public sealed interface OptOutChange {

    CustomerAddress customer();

    /** When it happened. */
    Instant at();

    /** He does not want to hear from us there any more. */
    record OptedOut(CustomerAddress customer, Instant at) implements OptOutChange {}

    /** He wrote to us there, and so wants an answer. The word by which he opts out is no message. */
    record WroteAgain(CustomerAddress customer, Instant at) implements OptOutChange {}

    /** Nobody is to know any more how to reach him; nor is he written to. */
    record Forgotten(CustomerAddress customer, Instant at) implements OptOutChange {}

    /** Only what was said last of each customer, by the time at which it happened; of two at once the later in the list. */
    static List<OptOutChange> lastOf(List<OptOutChange> changes) {
        Map<CustomerAddress, OptOutChange> last = new LinkedHashMap<>();
        changes.stream()
                .sorted(Comparator.comparing(OptOutChange::at))
                .forEachOrdered(change -> last.put(change.customer(), change));
        return List.copyOf(last.values());
    }

    /**
     * What an event of a request says.
     *
     * @param correspondence as it was before the event
     */
    static Optional<OptOutChange> of(Correspondence correspondence, StreamEvent event) {
        return switch (event.event()) {
            case ContactOptedOut out ->
                Optional.of(
                        new OptedOut(new CustomerAddress(out.channel(), out.account(), out.address()), event.time()));
            case RequestOpened opened -> wrote(correspondence, opened.mail(), event);
            case CustomerMessaged messaged -> wrote(correspondence, messaged.mail(), event);
            case CustomerForgotten _ -> Optional.of(new Forgotten(customerOf(correspondence), event.time()));
            case Event _ -> Optional.empty();
        };
    }

    /** A mail that a machine sent in his name says nothing of what he wants. */
    private static Optional<OptOutChange> wrote(Correspondence correspondence, @Nullable Mail mail, StreamEvent event) {
        return mail != null && mail.automatic()
                ? Optional.empty()
                : Optional.of(new WroteAgain(customerOf(correspondence), event.time()));
    }

    private static CustomerAddress customerOf(Correspondence correspondence) {
        return new CustomerAddress(correspondence.channel(), correspondence.account(), correspondence.address());
    }
}
