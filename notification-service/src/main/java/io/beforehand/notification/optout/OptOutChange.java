package io.beforehand.notification.optout;

import io.beforehand.events.Event;
import io.beforehand.events.Mail;
import io.beforehand.events.RequestEvent.ContactOptedIn;
import io.beforehand.events.RequestEvent.ContactOptedOut;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.Sender;
import io.beforehand.events.StreamEvent;
import io.beforehand.notification.request.Correspondence;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a customer lets us know about being written to. */
public sealed interface OptOutChange {

    CustomerAddress customer();

    /** When it happened. */
    Instant at();

    /**
     * He does not want to hear from us there any more.
     *
     * @param deliveryId of the message that he answered with it: he means the account that it was sent from
     */
    record OptedOut(
            CustomerAddress customer, Instant at, @Nullable String deliveryId) implements OptOutChange {

        OptedOut(CustomerAddress customer, Instant at) {
            this(customer, at, null);
        }
    }

    /** He wrote to us there himself, and so wants an answer. The word by which he opts out is no message. */
    record WroteAgain(CustomerAddress customer, Instant at) implements OptOutChange {}

    /** He wants to hear from us there again, and said so without a message. */
    record OptedIn(CustomerAddress customer, Instant at) implements OptOutChange {}

    /** Nobody is to know any more how to reach him; nor is he written to. */
    record Forgotten(CustomerAddress customer, Instant at) implements OptOutChange {}

    /**
     * Only what was said last of each customer, by the time at which it happened; of two at once the later in the list. A message
     * after a word on being written to is such a word, as it is if it comes in a batch of its own.
     */
    static List<OptOutChange> lastOf(List<OptOutChange> changes) {
        Map<CustomerAddress, OptOutChange> last = new LinkedHashMap<>();
        changes.stream()
                .sorted(Comparator.comparing(OptOutChange::at))
                .forEachOrdered(change -> last.merge(change.customer(), change, OptOutChange::then));
        return List.copyOf(last.values());
    }

    private static OptOutChange then(OptOutChange before, OptOutChange next) {
        return next instanceof WroteAgain(CustomerAddress customer, Instant at)
                        && (before instanceof OptedOut || before instanceof OptedIn)
                ? new OptedIn(customer, at)
                : next;
    }

    /**
     * What an event of a request says.
     *
     * @param correspondence as it was before the event
     */
    static List<OptOutChange> of(Correspondence correspondence, StreamEvent event) {
        return switch (event.event()) {
            case ContactOptedOut out ->
                List.of(new OptedOut(
                        new CustomerAddress(out.channel(), out.account(), out.address()),
                        event.time(),
                        out.deliveryId()));
            case ContactOptedIn in ->
                List.of(new OptedIn(new CustomerAddress(in.channel(), in.account(), in.address()), event.time()));
            case RequestOpened opened -> wrote(opened.mail(), event, Stream.of(openerOf(opened)));
            case CustomerMessaged messaged -> wrote(messaged.mail(), event, senderOf(correspondence, messaged));
            case CustomerForgotten _ -> List.of(new Forgotten(customerOf(correspondence), event.time()));
            case Event _ -> List.of();
        };
    }

    /** A mail that a machine sent in his name says nothing of what he wants. */
    private static List<OptOutChange> wrote(@Nullable Mail mail, StreamEvent event, Stream<CustomerAddress> sender) {
        return mail != null && mail.automatic()
                ? List.of()
                : sender.distinct()
                        .<OptOutChange>map(address -> new WroteAgain(address, event.time()))
                        .toList();
    }

    /** Where whoever opened it is reached. A mail may name anybody as the one to answer: only whom it is from has spoken. */
    private static CustomerAddress openerOf(RequestOpened opened) {
        String address = opened.customer().address();
        return new CustomerAddress(
                opened.channel(),
                opened.account(),
                address == null || opened.mail() != null ? opened.customer().id() : address);
    }

    /**
     * Where whoever wrote is reached: he speaks for himself only, whoever's the request is. The customer may have written from another
     * address than that at which he is answered, and means both, unless that is one that only his mail named. It says nothing if nobody
     * knows whose message it is.
     */
    private static Stream<CustomerAddress> senderOf(Correspondence correspondence, CustomerMessaged messaged) {
        Sender sender = messaged.sender();
        if (sender == null) {
            return Stream.empty();
        }
        CustomerAddress from = new CustomerAddress(sender.channel(), sender.account(), sender.address());
        return sender.requester() && messaged.mail() == null
                ? Stream.of(new CustomerAddress(sender.channel(), sender.account(), correspondence.address()), from)
                : Stream.of(from);
    }

    private static CustomerAddress customerOf(Correspondence correspondence) {
        return new CustomerAddress(correspondence.channel(), correspondence.account(), correspondence.address());
    }
}
