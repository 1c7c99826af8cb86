package io.beforehand.sla.clock;

import io.beforehand.events.RequestStatus;

/**
 * Why a clock stands still. A pause keeps the cause that it began with.
 *
 * @param status the request's
 * @param reason what was said about it, empty when nothing was
 * @param party whom one waits for, as a stable word; empty when it was not said
 */
public record PauseCause(RequestStatus status, String reason, String party) {

    /** While another team has the request. */
    static PauseCause elsewhere(RequestStatus status) {
        return new PauseCause(status, "with another team", "us");
    }

    static PauseCause of(RequestStatus status) {
        return new PauseCause(status, "", "");
    }
}
