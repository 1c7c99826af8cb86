package io.beforehand.sla.policy;

import io.beforehand.time.AlwaysOpen;
import io.beforehand.time.BusinessCalendar;

/**
 * One version of a calendar under its name; a version never changes.
 *
 * @param version counts from 1
 */
public record PinnedCalendar(String id, int version, BusinessCalendar calendar) {

    /** The calendar that is always open: built in, and the only one yet. */
    public static final PinnedCalendar ALWAYS = new PinnedCalendar("always", 1, new AlwaysOpen());

    /** The version that something was pinned to. */
    public static PinnedCalendar pinned(String id, int version) {
        if (!ALWAYS.id.equals(id) || ALWAYS.version != version) {
            throw new IllegalStateException("no such calendar version: " + id + " " + version);
        }
        return ALWAYS;
    }
}
