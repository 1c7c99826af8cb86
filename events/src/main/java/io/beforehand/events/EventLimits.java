package io.beforehand.events;

/** Bounds that every event keeps, so that no record outgrows what brokers accept by default (1 MiB). */
public final class EventLimits {

    /** Characters of customer text carried in an event; the whole text is at intake. */
    public static final int MAX_TEXT = 8_000;

    /** Characters of a request's id. */
    public static final int MAX_ID = 200;

    /** Characters of a reply that is still to be delivered, which travels whole. */
    public static final int MAX_REPLY = 100_000;

    private EventLimits() {}
}
