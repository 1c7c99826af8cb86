package io.beforehand.sla.clock;

import io.beforehand.events.Party;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.policy.Holder;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where a request stands and who has it: what decides which of its clocks run.
 *
 * @param status the request's
 * @param team which has it, empty while none is known
 * @param meantFor the team that it was last said to be for, empty while none was; others may have got it since
 * @param waitsFor the party that it waits for, as a stable word; empty while it waits for nobody or it was not said for whom
 */
public record Situation(RequestStatus status, String team, String meantFor, String waitsFor) {

    /** Before anything happened. */
    static final Situation AT_FIRST = new Situation(RequestStatus.OPEN, "", "", "");

    private static final Set<RequestStatus> OVER = EnumSet.of(RequestStatus.RESOLVED, RequestStatus.CLOSED);

    boolean isOver() {
        return OVER.contains(status);
    }

    /** The same with the team that has it now; an empty one says nothing. */
    Situation with(String other) {
        return other.isEmpty() ? this : new Situation(status, other, meantFor, waitsFor);
    }

    /** After it was said what the request is. It is handed over only to a team that was not said before. */
    Situation meantFor(String said) {
        return said.equals(meantFor) ? this : new Situation(status, team, said, waitsFor).with(said);
    }

    /** After a change of status, or of whom it waits for in the same status. */
    Situation moved(RequestStatus to, String party) {
        return new Situation(to, team, meantFor, waitsFor(to, party));
    }

    /** A request that is pending waits for the customer unless it is said for whom. */
    private static String waitsFor(RequestStatus status, String party) {
        return switch (status) {
            case PENDING -> party.isEmpty() ? Party.CUSTOMER.wireName() : party;
            case ON_HOLD -> party;
            case OPEN, RESOLVED, CLOSED -> "";
        };
    }

    boolean isWith(Holder holder) {
        return switch (holder) {
            case Holder.Anybody _ -> true;
            case Holder.Team(String name) -> name.equals(team);
            case Holder.Awaited(Party party) -> party.wireName().equals(waitsFor);
        };
    }

    /**
     * Why a clock stands still, if it does: somebody else than its holder has the request, or its status is one that pauses.
     *
     * @param cause the request's status, and what was said about it
     */
    Optional<PauseCause> pause(Terms terms, PauseCause cause) {
        Holder holder = terms.goal().holder();
        if (!isWith(holder)) {
            return Optional.of(PauseCause.elsewhere(cause.status(), holder, waitsFor));
        }
        return Optional.of(cause).filter(_ -> terms.pauseOn().contains(cause.status()));
    }
}
