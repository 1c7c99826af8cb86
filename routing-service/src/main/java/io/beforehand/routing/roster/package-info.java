/**
 * Who is there and how much each can still take: the agents as matching sees them.
 *
 * <p>{@link io.beforehand.routing.roster.Roster} reads what people edited; {@link io.beforehand.routing.roster.AgentLoads}
 * is the only one who changes what an agent holds, by an update that takes effect only where there is room.
 */
@NullMarked
package io.beforehand.routing.roster;

import org.jspecify.annotations.NullMarked;
