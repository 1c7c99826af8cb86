package io.beforehand.sla.calendar;

/**
 * One version of a calendar, which never changes.
 *
 * @param version counts from 1
 */
public record CalendarRef(String id, int version) {}
