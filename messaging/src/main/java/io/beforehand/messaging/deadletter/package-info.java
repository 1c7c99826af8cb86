/** What could not be processed, kept visible and replayable. */
@NullMarked
package io.beforehand.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
