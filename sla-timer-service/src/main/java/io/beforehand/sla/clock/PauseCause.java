package io.beforehand.sla.clock;

import io.beforehand.events.Party;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.policy.Holder;

/**
 * Why a clock stands still. A pause keeps the cause that it began with.
 *
 * @param status the request's
 * @param reason what was said about it, empty when nothing was
 * @param party whom one waits for, as a stable word; empty when it was not said
 */
public record PauseCause(RequestStatus status, String reason, String party) {

    /**
     * While somebody else than the holder of a budget has the request.
     *
     * @param waitsFor the party that the request waits for, empty for none
     */
    static PauseCause elsewhere(RequestStatus status, Holder holder, String waitsFor) {
        return switch (holder) {
            case Holder.Anybody _ -> throw new IllegalArgumentException("anybody has it");
            case Holder.Team _ -> new PauseCause(status, "with another team", Party.US.wireName());
            case Holder.Awaited(Party party) ->
                new PauseCause(
                        status,
                        "not waiting for the " + party.wireName(),
                        waitsFor.isEmpty() ? Party.US.wireName() : waitsFor);
        };
    }

    static PauseCause of(RequestStatus status) {
        return new PauseCause(status, "", "");
    }
}
