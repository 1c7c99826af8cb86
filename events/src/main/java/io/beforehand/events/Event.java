package io.beforehand.events;

/** A fact about one request. Sealed to the owners' events, so that a new one fails to compile wherever it must be decided on. */
public sealed interface Event permits RequestEvent, RoutingEvent, SlaEvent, NotificationEvent {

    /** Who tells this event. */
    Owner owner();
}
