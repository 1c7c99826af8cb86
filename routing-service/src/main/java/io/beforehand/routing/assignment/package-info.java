/**
 * Who has which request, and how it comes to that.
 *
 * <p>Whatever changes a request or frees somebody (an event in {@link io.beforehand.routing.assignment.RoutingListener}, a
 * call in {@link io.beforehand.routing.assignment.AssignmentResource}, an agent who comes) is stored first; then {@link
 * io.beforehand.routing.assignment.Matchmaker} is woken, and its {@link io.beforehand.routing.assignment.Round}s are the only
 * place where requests find agents by machine. A round begins after the commit of what called for it and waits for the rows
 * that others hold: so of a request that begins to wait and an agent who becomes free at the same time, whichever round comes
 * second sees both. A sweep wakes it besides, in case a replica died between a commit and its round.
 */
@NullMarked
package io.beforehand.routing.assignment;

import org.jspecify.annotations.NullMarked;
