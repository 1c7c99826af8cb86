/**
 * The queues as people see them: one for each team, and one without a name for what no team was asked for.
 *
 * <p>A place in a queue is worked out when somebody asks, or when there is something to tell; nothing is kept up to date in
 * between. {@link io.beforehand.routing.queue.QueueNews} tells those who wait when their wait has changed noticeably.
 */
@NullMarked
package io.beforehand.routing.queue;

import org.jspecify.annotations.NullMarked;
