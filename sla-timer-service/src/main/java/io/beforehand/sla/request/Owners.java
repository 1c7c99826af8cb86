package io.beforehand.sla.request;

import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.StreamEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who had a request, and since when, so that what becomes known late is still laid to whoever had it then.
 *
 * @param tenures in order of time, at most {@value #MOST}: of more the first are forgotten
 */
public record Owners(List<Tenure> tenures) {

    public static final Owners NONE = new Owners(List.of());

    static final int MOST = 50;

    public Owners {
        List<Tenure> inOrder =
                tenures.stream().sorted(Comparator.comparing(Tenure::since)).toList();
        tenures = inOrder.subList(Math.max(0, inOrder.size() - MOST), inOrder.size());
    }

    /**
     * From some moment on, until the next.
     *
     * @param agent empty when nobody had it
     * @param team the agent's, empty when it was not said
     */
    public record Tenure(Instant since, String agent, String team) {

        static final Tenure NOBODY = new Tenure(Instant.EPOCH, "", "");

        private boolean counts(Instant at) {
            return since.isBefore(at) || (since.equals(at) && !agent.isEmpty());
        }
    }

    /** Who had it at that moment. Who takes it in that moment has it; who lets it go in that moment has it still. */
    public Tenure at(Instant moment) {
        Tenure found = Tenure.NOBODY;
        for (Tenure tenure : tenures) {
            found = tenure.counts(moment) ? tenure : found;
        }
        return found;
    }

    Owners after(StreamEvent event) {
        Instant at = event.time().truncatedTo(ChronoUnit.MICROS);
        return switch (event.event()) {
            case RequestAssigned assigned -> with(new Tenure(at, assigned.agentId(), orEmpty(assigned.team())));
            case RequestTransferred moved -> with(new Tenure(at, moved.toAgentId(), orEmpty(moved.team())));
            case RequestReleased _ -> with(new Tenure(at, "", ""));
            default -> this;
        };
    }

    private Owners with(Tenure tenure) {
        List<Tenure> all = new ArrayList<>(tenures);
        all.add(tenure);
        return new Owners(all);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
