/**
 * Who gets what: requests that wait, agents that are free, and a score that says why.
 *
 * <p>Pure, and the same for the service, its tests and a simulation. In: {@link io.beforehand.routing.matching.Waiter}s and
 * {@link io.beforehand.routing.matching.Candidate}s. Out: {@link io.beforehand.routing.matching.Matching.Decision}s, each
 * with the score's parts by name and the runners-up. Constraints come first and are never traded ({@link
 * io.beforehand.routing.matching.Obstacle}); only those who may have the request are scored.
 */
@NullMarked
package io.beforehand.routing.matching;

import org.jspecify.annotations.NullMarked;
