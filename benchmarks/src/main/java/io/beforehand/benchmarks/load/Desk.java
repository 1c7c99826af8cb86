package io.beforehand.benchmarks.load;

import io.vertx.core.Future;
import java.util.List;

/** Says of requests that they are resolved, by the names by which their sender knows them. */
@FunctionalInterface
public interface Desk {

    /** @return fails when not all of them were accepted */
    Future<Void> resolve(List<String> names);
}
