/**
 * When working time passes, in versions that never change.
 *
 * <p>A {@link io.beforehand.sla.calendar.Definition} is what somebody wrote: hours, or a combination of other calendars. What it
 * leaves open is settled when it is applied. A {@link io.beforehand.sla.calendar.PinnedCalendar} is what a clock counts by for as long as it lives. The {@link
 * io.beforehand.sla.calendar.CalendarBook} holds every version there ever was and knows which one counts now. {@link
 * io.beforehand.sla.calendar.Combinations} finds what a change would do to calendars that name each other.
 *
 * <p>All of this is values; {@code calendar.book} reads, checks and stores them.
 */
@NullMarked
package io.beforehand.sla.calendar;

import org.jspecify.annotations.NullMarked;
