/** Events on their way out: stored with the state change that caused them, sent in order by the relay. */
@NullMarked
package io.beforehand.messaging.outbox;

import org.jspecify.annotations.NullMarked;
