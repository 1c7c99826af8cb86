package io.beforehand.messaging.listener;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** What a {@link BatchRun} puts in the right order, as often as it takes. */
interface BatchWork {

    /** What of a batch is owned by this replica and not processed yet. */
    DueBatch due(Batch batch);

    /** Stores the effects and the positions after them; fails with nothing stored. */
    Uni<Void> store(DueBatch due);

    /** Sets the only record of the batch aside; fails with nothing stored. */
    Uni<Void> setAside(DueBatch single, String reason);

    /** The partitions belong to somebody else. */
    void giveUp(Set<Integer> partitions);

    /** The surroundings failed, and the batch is tried again. */
    void retried();

    /** Something failed for no known reason. */
    void failedUnexpectedly();
}
