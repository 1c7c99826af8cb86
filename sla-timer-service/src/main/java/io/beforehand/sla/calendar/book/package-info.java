/**
 * Calendars as people write, change and read them, and questions about working time that anybody may ask.
 *
 * <p>In: documents, read strictly ({@link io.beforehand.sla.calendar.book.CalendarReader}), files of holidays ({@link
 * io.beforehand.sla.calendar.book.HolidayResource}), kept in versions. Out: the
 * book of calendars, the same on every replica as soon as a change was answered ({@link
 * io.beforehand.sla.calendar.book.CalendarShelf}), and answers to when something is due and how much time was worked.
 */
@NullMarked
package io.beforehand.sla.calendar.book;

import org.jspecify.annotations.NullMarked;
