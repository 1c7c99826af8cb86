/** The topics: created by their owners, and guarded against being replaced. */
@NullMarked
package io.beforehand.messaging.topic;

import org.jspecify.annotations.NullMarked;
