package io.beforehand.benchmarks.timers.ours;

import io.beforehand.benchmarks.load.Teller;
import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Customer;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes what intake would write about requests. */
final class Channel implements AutoCloseable {
    private final Teller teller;

    Channel(String bootstrapServers) {
        this.teller = new Teller(bootstrapServers);
    }

    void open(String id, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MICROS);
        teller.tell(new StreamEvent(
                id,
                1,
                time,
                null,
                new RequestOpened(
                        id,
                        Priority.STANDARD,
                        "bench",
                        null,
                        null,
                        io.beforehand.events.Channel.CHAT,
                        "default",
                        id,
                        null,
                        new Customer("customer-" + id, null, null, null, null),
                        "message-" + id,
                        "Hello?",
                        time,
                        null)));
    }

    void reply(String id, Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MICROS);
        teller.tell(new StreamEvent(
                id,
                2,
                time,
                null,
                new ReplySent(
                        "reply-" + id,
                        new Author(AuthorKind.AGENT, "ada", null),
                        Visibility.PUBLIC,
                        "On its way.",
                        false,
                        time)));
    }

    void flush() {
        teller.flush();
    }

    @Override
    public void close() {
        teller.close();
    }
}
