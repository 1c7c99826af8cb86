/**
 * The clocks of a request: a pure fold over its history.
 *
 * <p>A {@link io.beforehand.sla.clock.Fact} is something that happened to a request and matters to its clocks. {@link
 * io.beforehand.sla.clock.RequestClocks} is what all facts so far amount to: which clocks there are, and the {@link
 * io.beforehand.sla.clock.ClockState} of each. Facts are folded in the order in which they happened. A fact that comes after
 * later ones is put in its place and the whole history folded anew ({@link io.beforehand.sla.clock.Learning}); what was told
 * wrongly before is corrected.
 *
 * <p>Time alone brings three things about: the end of a pause that has reached its limit, a warning, and the breach of a deadline
 * that nothing stopped. The first is a matter of time only, so whatever happens later happens to a clock that goes on. The others
 * happen when the clock is rung ({@link io.beforehand.sla.clock.Clock#ring}), never by a fact that merely comes later: what stopped the
 * clock in time may still be on its way. Only a fact that stops or cancels a clock after its deadline proves the breach by
 * itself.
 *
 * <p>What the world hears is the difference between a clock before and after: {@link io.beforehand.sla.clock.Announcements}.
 */
@NullMarked
package io.beforehand.sla.clock;

import org.jspecify.annotations.NullMarked;
