/**
 * The smallest service that messaging can carry: it enters every event in a ledger and tells of each entry. The trials in
 * {@code src/test} run it as processes, do to it what happens in production, and then read the ledger and the topic.
 */
@NullMarked
package io.beforehand.messaging.trials;

import org.jspecify.annotations.NullMarked;
