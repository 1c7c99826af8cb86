package io.beforehand.messaging;

import io.beforehand.events.Owner;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How a service takes part in messaging. */
@ConfigMapping(prefix = "beforehand.messaging")
public interface MessagingConfig {

    /** Whose events this service writes: {@code requests}, {@code routing}, {@code sla} or {@code notifications}. */
    Owner owner();

    /** Partitions of every topic, fixed for the life of a deployment: requests are spread over them by hash. */
    @WithDefault("12")
    int partitions();

    /** Copies of each partition when this service creates its topic; the broker's default when missing. */
    Optional<Short> replicationFactor();

    /** How long the service's topic keeps events; long enough to restore a database from its backup and read on. */
    @WithDefault("30d")
    Duration retention();

    /** Whether readiness needs Kafka. Not for a service that accepts work without it. */
    @WithDefault("true")
    boolean readinessNeedsKafka();

    /**
     * The time between the beginnings of two batches of records at the least. A batch costs much more than a record of it, so
     * under load they should be few; the first after a while waits for nothing.
     */
    @WithDefault("30ms")
    Duration batchesApart();

    /** Rows that the relay reads and sends at once. */
    @WithDefault("1000")
    int relayBatch();

    /** How often the relay looks for rows that another replica stored. */
    @WithDefault("25ms")
    Duration relayPoll();

    /** How long the relay waits for the brokers before it starts over from the first unsent row. */
    @WithDefault("10s")
    Duration deliveryTimeout();

    /**
     * After how long without a byte from the database a connection is given up, and its work tried again on another. Longer
     * than any statement may take ({@code statement_timeout}).
     */
    @WithDefault("30s")
    Duration databaseSilence();

    /** How long a set-aside event stays readable after it was replayed, and an early one before it is given up. */
    @WithDefault("30d")
    Duration keep();
}
