package io.beforehand.intake.request.core;

import io.beforehand.events.RequestStatus;

/** Why a call is not accepted. The place counts the call's submissions from 0. */
public sealed interface Refusal {

    int place();

    /** The id was used before for something else. */
    record IdReused(int place) implements Refusal {}

    record RequestUnknown(int place) implements Refusal {}

    record TransitionNotAllowed(int place, RequestStatus from, String wanted) implements Refusal {}
}
