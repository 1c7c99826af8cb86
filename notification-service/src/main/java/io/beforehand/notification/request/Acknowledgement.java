package io.beforehand.notification.request;

import java.time.Instant;

/** Whether the one acknowledgement of a request still waits for something to say. */
public sealed interface Acknowledgement {

    /** @param until when it goes with what is known by then */
    record Waiting(Instant until) implements Acknowledgement {}

    /**
     * It was written and is on its way or there; nothing will be added.
     *
     * @param at when it was written
     */
    record Written(Instant at) implements Acknowledgement {}

    /** Nobody is to get one: a machine opened the request by mail, or its customer is forgotten. */
    record Withheld() implements Acknowledgement {}
}
