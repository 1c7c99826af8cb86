/**
 * Breaches that are excused: somebody asks for it with a reason, and somebody else approves or rejects it.
 *
 * <p>A {@link io.beforehand.sla.waiver.Waiver} changes no clock: the promise was broken and stays so. It changes how the breach
 * is counted, so reports say {@code waived} instead of {@code breached} while it stands. It is about a clock by its name, so it
 * survives whatever a late event makes of the clock; a breach that is corrected to met needs it no more.
 */
@NullMarked
package io.beforehand.sla.waiver;

import org.jspecify.annotations.NullMarked;
