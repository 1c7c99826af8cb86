package io.beforehand.events;

/** Bounds that every event keeps, so that no record outgrows what brokers accept by default (1 MiB). */
public final class EventLimits {

    /** Characters of customer text carried in an event; the whole text is at intake. */
    public static final int MAX_TEXT = 8_000;

    private EventLimits() {}
}
