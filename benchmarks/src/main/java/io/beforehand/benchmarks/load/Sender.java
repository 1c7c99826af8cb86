package io.beforehand.benchmarks.load;

import io.vertx.core.Future;

/** Sends one request without waiting for what becomes of it. */
@FunctionalInterface
public interface Sender {

    /** @return what it came to; it never fails */
    Future<Answer> send();
}
