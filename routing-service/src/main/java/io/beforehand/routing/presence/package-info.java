/**
 * Who is there: set by the agents' tools, many times a day, so it lies beside the load and not in the profile.
 *
 * <p>Whoever comes is matched at once. Whoever goes keeps what he has and gets nothing new.
 */
@NullMarked
package io.beforehand.routing.presence;

import org.jspecify.annotations.NullMarked;
