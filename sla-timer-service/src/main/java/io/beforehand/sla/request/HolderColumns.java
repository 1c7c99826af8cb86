package io.beforehand.sla.request;

import io.beforehand.events.Party;
import io.beforehand.sla.policy.Holder;
import io.vertx.mutiny.sqlclient.Row;

/** Whose time a clock counts, as two columns: of a budget one of them says it, of any other clock both are empty. */
final class HolderColumns {

    private HolderColumns() {}

    static String team(Holder holder) {
        return holder instanceof Holder.Team(String name) ? name : "";
    }

    static String party(Holder holder) {
        return holder instanceof Holder.Awaited(Party party) ? party.wireName() : "";
    }

    static Holder read(Row row) {
        String team = row.getString("goal_team");
        String party = row.getString("goal_party");
        if (!team.isEmpty()) {
            return new Holder.Team(team);
        }
        return party.isEmpty() ? Holder.ANYBODY : new Holder.Awaited(Party.of(party));
    }
}
