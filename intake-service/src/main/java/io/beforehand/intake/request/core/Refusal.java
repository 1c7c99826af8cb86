package io.beforehand.intake.request.core;

import io.beforehand.events.RequestStatus;
import java.util.Locale;

/** Why a call is not accepted. The place counts the call's submissions from 0. */
public sealed interface Refusal {

    int place();

    /** The id was used before for something else. */
    record IdReused(int place) implements Refusal {}

    record RequestUnknown(int place) implements Refusal {}

    /** The one request cannot go on in the other. */
    record MergeNotAllowed(int place, Reason reason) implements Refusal {

        /** Why not. */
        public enum Reason {
            ITSELF,
            TARGET_CLOSED,
            /** It goes on in another one already. */
            MERGED_ALREADY,
            DIFFERENT_CUSTOMERS;

            public String wireName() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    record TransitionNotAllowed(int place, RequestStatus from, String wanted) implements Refusal {}
}
