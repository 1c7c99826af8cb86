package io.beforehand.messaging.partition;

import java.util.Set;

/** A transaction found that partitions it works for belong to somebody else by now, or that their positions moved. */
public final class NotOwnerException extends RuntimeException {

    private final transient Set<Integer> partitions;

    public NotOwnerException(Set<Integer> partitions) {
        super("not the owner of partitions " + partitions, null, false, false);
        this.partitions = Set.copyOf(partitions);
    }

    public Set<Integer> partitions() {
        return partitions;
    }
}
