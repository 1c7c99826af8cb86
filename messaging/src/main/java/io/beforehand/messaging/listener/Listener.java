package io.beforehand.messaging.listener;

import io.beforehand.messaging.MessagingConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The one listener of a service: all its topics on one consumer, one batch at a time, so that a partition of all topics is
 * always one replica's. What Kafka delivers while a batch is under way forms the next.
 *
 * <p>Cost of a batch: the owner rows locked, what the service does, the positions moved, the outbox filled.
 */
@ApplicationScoped
public class Listener {

    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final String CHANNEL = "events";

    private final BatchProcessor processor;
    private final ChannelRegistry channels;
    private final Duration apart;

    Listener(BatchProcessor processor, ChannelRegistry channels, MessagingConfig config) {
        this.processor = processor;
        this.channels = channels;
        this.apart = config.batchesApart();
    }

    @Incoming(CHANNEL)
    Uni<Void> on(ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(polled.count());
        polled.forEach(records::add);
        long mayBeginNext = System.nanoTime() + apart.toNanos();
        return processor
                .process(new Batch(records))
                .call(() -> rest(Duration.ofNanos(mayBeginNext - System.nanoTime())));
    }

    private static Uni<Void> rest(Duration left) {
        Uni<Void> now = Uni.createFrom().voidItem();
        return left.toMillis() > 0 ? now.onItem().delayIt().by(left) : now;
    }

    /** First step of a shutdown: no further batch, while the one under way is finished. */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        PausableChannel channel = channels.getPausable(CHANNEL);
        if (channel != null) {
            channel.pause();
        }
        LOG.info("Listener takes no further records before shutdown");
    }
}
