package io.beforehand.messaging.partition;

import io.smallrye.mutiny.Uni;

/**
 * Hears of partitions coming and going: for whoever keeps something of a partition in memory. Beans of this type are called
 * in no particular order.
 */
public interface PartitionListener {

    /** The partition is owned under a new epoch; load what belongs to it. Processing starts when this completes. */
    Uni<Void> acquired(int partition);

    /** The partition is somebody else's, or about to be acquired anew; forget it. Must not block. */
    void lost(int partition);
}
