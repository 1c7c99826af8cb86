/**
 * Holidays out of iCalendar files (RFC 5545), as authorities and calendar programs publish them.
 *
 * <p>In: the text of a file. Out: dates, and what in the file was not taken for a holiday, with the reason ({@link
 * io.beforehand.sla.calendar.ics.HolidayFile}). A library reads the lines and works out the recurrence rules; which events are
 * holidays, and on which dates, is decided here.
 */
@NullMarked
package io.beforehand.sla.calendar.ics;

import org.jspecify.annotations.NullMarked;
