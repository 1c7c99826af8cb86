package io.beforehand.notification.request;

import java.time.Instant;

/** By when a first response is promised, as far as that is known. */
public sealed interface Promise {

    /** No clock was heard of. */
    record Unknown() implements Promise {}

    /** It was kept, or is no longer made. */
    record Over() implements Promise {}

    /** @param dueAt the first-response clock's deadline */
    record By(Instant dueAt) implements Promise {}
}
