/**
 * What would have been: a draft of a policy or a calendar, tried on the requests of the past.
 *
 * <p>Each request's history is played twice ({@link io.beforehand.sla.clock.Playback}): by what was promised then, and with the
 * {@link io.beforehand.sla.backtest.Draft} in its place. The {@link io.beforehand.sla.backtest.Difference} is what the draft
 * would have changed, in counts and request by request. Nothing is told and nothing stored but the answer.
 */
@NullMarked
package io.beforehand.sla.backtest;

import org.jspecify.annotations.NullMarked;
