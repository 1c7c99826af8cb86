/**
 * When working time passes, in versions that never change.
 *
 * <p>A {@link io.beforehand.sla.calendar.PinnedCalendar} is what a clock counts by for as long as it lives. The {@link
 * io.beforehand.sla.calendar.CalendarBook} holds every version there ever was and knows which one counts now.
 *
 * <p>All of this is values; {@code calendar.book} reads, checks and stores them.
 */
@NullMarked
package io.beforehand.sla.calendar;

import org.jspecify.annotations.NullMarked;
