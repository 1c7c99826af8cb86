package io.beforehand.messaging.trials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Event;
import io.beforehand.events.EventCodec;
import io.beforehand.events.Owner;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.StreamEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Requests and what is said in them, sent as intake's relay sends them: in order per request, now and then a run of events
 * once more. Seeded: a failing trial prints its seed.
 */
final class Traffic implements AutoCloseable {

    static final Instant TIME = Instant.parse("2026-03-02T09:30:00Z");

    private final Producer<byte[], byte[]> producer;
    private final Random random;
    private final String name;
    private final List<List<StreamEvent>> requests = new ArrayList<>();
    private final AtomicInteger size = new AtomicInteger();
    private final List<Future<?>> sends = new ArrayList<>();

    Traffic(Stage stage, String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        stage.kafka().bootstrapServers(),
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "max.block.ms",
                        120_000L),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends so many events of so many requests, at about that rate. */
    Traffic send(int requestCount, int events, int perSecond) {
        long started = System.nanoTime();
        for (int i = 0; i < events; i++) {
            next(requestCount);
            long due = started + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
        return this;
    }

    /** Sends on a thread of its own until {@link #awaitSent()}. */
    Thread inBackground(int requestCount, int events, int perSecond) {
        return Thread.ofPlatform().start(() -> send(requestCount, events, perSecond));
    }

    private synchronized void next(int requestCount) {
        if (requests.size() < requestCount && (requests.isEmpty() || random.nextInt(4) == 0)) {
            open();
            return;
        }
        List<StreamEvent> request = requests.get(random.nextInt(requests.size()));
        if (random.nextInt(20) == 0) {
            int from = random.nextInt(request.size());
            request.subList(from, request.size()).forEach(this::transmit);
        }
        say(request, "message " + request.size());
    }

    /** Opens a request; returns its id. */
    synchronized String open() {
        String id = name + "-" + requests.size();
        List<StreamEvent> request = new ArrayList<>();
        requests.add(request);
        append(request, new StreamEvent(id, 1, TIME, null, opened(id)));
        return id;
    }

    synchronized void say(String requestId, String text) {
        say(history(requestId), text);
    }

    private void say(List<StreamEvent> request, String text) {
        long sequence = request.size() + 1L;
        append(
                request,
                new StreamEvent(
                        request.getFirst().requestId(),
                        sequence,
                        TIME.plusSeconds(sequence),
                        null,
                        new RequestEvent.CustomerMessaged("m-" + sequence, text, TIME, null)));
    }

    private List<StreamEvent> history(String requestId) {
        return requests.stream()
                .filter(r -> r.getFirst().requestId().equals(requestId))
                .findFirst()
                .orElseThrow();
    }

    private void append(List<StreamEvent> request, StreamEvent event) {
        request.add(event);
        size.incrementAndGet();
        transmit(event);
    }

    void transmit(StreamEvent event) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Owner.REQUESTS.topic(), event.requestId().getBytes(UTF_8), EventCodec.encode(event.event()));
        EventCodec.headers(event).forEach((header, value) -> message.headers().add(header, value.getBytes(UTF_8)));
        transmit(message);
    }

    void transmit(ProducerRecord<byte[], byte[]> message) {
        sends.add(producer.send(message));
    }

    static Event opened(String id) {
        return new RequestEvent.RequestOpened(
                "R-1",
                Priority.STANDARD,
                null,
                null,
                null,
                Channel.CHAT,
                "default",
                id,
                null,
                new Customer("C-1", null, null, null, null),
                "m-1",
                "text of " + AuthorKind.CUSTOMER.wireName(),
                TIME,
                null);
    }

    Traffic awaitSent() throws Exception {
        for (Future<?> send : sends) {
            send.get();
        }
        return this;
    }

    synchronized List<List<StreamEvent>> requests() {
        return requests.stream().map(List::copyOf).toList();
    }

    /** Events so far, copies apart; does not wait for a send that a dead broker holds up. */
    int size() {
        return size.get();
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        producer.close();
    }
}
