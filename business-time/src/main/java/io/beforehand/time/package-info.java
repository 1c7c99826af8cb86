/**
 * Working time: how much of it passes between two moments, and when a given amount of it will have passed.
 *
 * <p>A {@link io.beforehand.time.BusinessCalendar} says when working time passes at all. {@link
 * io.beforehand.time.AlwaysOpen} is the one in which it always does; a {@link io.beforehand.time.WorkingCalendar} goes by the
 * {@link io.beforehand.time.Openings} of an organisation, its {@link io.beforehand.time.OpeningHours} or a {@link
 * io.beforehand.time.Combination} of several; {@link io.beforehand.time.WithPauses} takes stretches out of another one. Elapsed
 * working time is real time: seconds on a stopwatch, whatever the clocks on the wall do. Only where a window begins and ends is
 * read off the wall.
 *
 * <p>Nothing here knows of clocks, policies or requests, and nothing here asks what time it is.
 */
@NullMarked
package io.beforehand.time;

import org.jspecify.annotations.NullMarked;
