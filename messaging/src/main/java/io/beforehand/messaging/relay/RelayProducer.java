package io.beforehand.messaging.relay;

import io.beforehand.events.Owner;
import io.beforehand.messaging.MessagingConfig;
import io.beforehand.messaging.outbox.Outbox.Unsent;
import io.beforehand.messaging.topic.KafkaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a wave of events and keeps their order within a partition whatever fails.
 *
 * <p>The idempotent producer alone does not: after a record ran out of time it goes on with the later ones under a new
 * epoch. So the first failure closes the producer from within its own callback, on the sending thread, before that thread
 * can send again.
 */
@ApplicationScoped
class RelayProducer {

    private final Owner owner;
    private final Map<String, Object> settings;
    private @Nullable Producer<byte[], byte[]> producer;

    RelayProducer(MessagingConfig config, KafkaSettings kafka) {
        this.owner = config.owner();
        this.settings = new HashMap<>(kafka.common());
        int deliveryTimeout = (int) config.deliveryTimeout().toMillis();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryTimeout);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, deliveryTimeout / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) deliveryTimeout);
        // A later request must not be taken when an earlier one was not: a new producer id starts at any sequence.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "relay-" + config.owner().wireName());
    }

    /**
     * What became of a wave.
     *
     * @param acknowledged the events that all in-sync replicas have
     * @param failure the first failure; the producer is closed if there is one
     */
    record Sent(List<Unsent> acknowledged, Optional<Failure> failure) {}

    /** An event that was not taken. */
    record Failure(Unsent row, Exception cause) {

        /** Whether the brokers will never take it, however often it is sent. */
        boolean isFinal() {
            return cause instanceof RecordTooLargeException;
        }
    }

    /** Sends the events in order and waits until each is acknowledged or the first has failed. */
    Sent send(List<Unsent> wave) throws InterruptedException {
        Producer<byte[], byte[]> sender = producer();
        boolean[] acknowledged = new boolean[wave.size()];
        AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
        CountDownLatch outstanding = new CountDownLatch(wave.size());
        for (int i = 0; i < wave.size(); i++) {
            int place = i;
            try {
                sender.send(recordOf(wave.get(i)), (_, exception) -> {
                    if (exception == null) {
                        acknowledged[place] = true;
                    } else if (failure.compareAndSet(null, new Failure(wave.get(place), exception))) {
                        sender.close(Duration.ZERO);
                    }
                    outstanding.countDown();
                });
            } catch (RuntimeException e) {
                failure.compareAndSet(null, new Failure(wave.get(place), e));
                sender.close(Duration.ZERO);
                for (int rest = i; rest < wave.size(); rest++) {
                    outstanding.countDown();
                }
                break;
            }
        }
        outstanding.await();
        if (failure.get() != null) {
            producer = null;
        }
        List<Unsent> sent = new ArrayList<>(wave.size());
        for (int i = 0; i < acknowledged.length; i++) {
            if (acknowledged[i]) {
                sent.add(wave.get(i));
            }
        }
        return new Sent(sent, Optional.ofNullable(failure.get()));
    }

    void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private ProducerRecord<byte[], byte[]> recordOf(Unsent row) {
        ProducerRecord<byte[], byte[]> outgoing = new ProducerRecord<>(
                owner.topic(),
                row.lane(),
                row.event().requestId().getBytes(StandardCharsets.UTF_8),
                row.event().payload());
        row.event().headers(owner).forEach((name, value) -> outgoing.headers()
                .add(name, value.getBytes(StandardCharsets.UTF_8)));
        return outgoing;
    }
}
