package io.beforehand.routing.agent;

import io.beforehand.routing.matching.Capacity;
import io.beforehand.routing.roster.ByChannel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Profiles and teams in the database. */
@ApplicationScoped
class Agents {

    /** The inner casts say that the parameters are text; the client would write anything else as JSON once more. */
    private static final String SAVE = """
            INSERT INTO agent (id, name, team, skills, languages, capacity, calendar)
            VALUES (:id, :name, :team, cast(cast(:skills AS text) AS jsonb), cast(:languages AS text[]),
                    cast(cast(:capacity AS text) AS jsonb), :calendar)
            ON CONFLICT (id) DO UPDATE SET
                name = excluded.name, team = excluded.team, skills = excluded.skills, languages = excluded.languages,
                capacity = excluded.capacity, calendar = excluded.calendar""";

    /** A changed capacity changes at once what the requests cost that he has. */
    private static final String PRICE = """
            INSERT INTO agent_load (agent_id, whole, cost) VALUES (:id, :whole, cast(cast(:cost AS text) AS bigint[]))
            ON CONFLICT (agent_id) DO UPDATE SET whole = excluded.whole, cost = excluded.cost""";

    private static final String SAVE_TEAM = """
            INSERT INTO team (id, name) VALUES (:id, :name) ON CONFLICT (id) DO UPDATE SET name = excluded.name""";

    private static final String ALL = "select a, l from AgentEntity a join AgentLoadEntity l on l.agentId = a.id";

    private final Mutiny.SessionFactory sessions;

    Agents(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    Uni<Void> save(AgentProfile profile) {
        return sessions.withTransaction(session ->
                price(session, profile).chain(() -> save(session, profile)).replaceWithVoid());
    }

    /** Before the profile: whoever removes an agent begins there as well. */
    private static Uni<Integer> price(Mutiny.Session session, AgentProfile profile) {
        return session.createNativeQuery(PRICE)
                .setParameter("id", profile.id())
                .setParameter("whole", profile.capacity().whole())
                .setParameter("cost", ByChannel.literal(profile.capacity()::cost))
                .executeUpdate();
    }

    private static Uni<Integer> save(Mutiny.Session session, AgentProfile profile) {
        return session.createNativeQuery(SAVE)
                .setParameter("id", profile.id())
                .setParameter("name", profile.name())
                .setParameter("team", profile.team())
                .setParameter("skills", json(profile.skills()))
                .setParameter("languages", profile.languages().toArray(String[]::new))
                .setParameter("capacity", capacityJson(profile.capacity()))
                .setParameter("calendar", profile.calendar().orElse(null))
                .executeUpdate();
    }

    Uni<Optional<AgentView>> find(String id) {
        return views(ALL + " where a.id = ?1", id).map(views -> views.stream().findFirst());
    }

    Uni<List<AgentView>> inTeam(String team) {
        return views(ALL + " where a.team = ?1 order by a.id", team);
    }

    Uni<List<AgentView>> all() {
        return views(ALL + " order by a.id");
    }

    Uni<Void> saveTeam(String id, String name) {
        return sessions.withTransaction(session -> session.createNativeQuery(SAVE_TEAM)
                .setParameter("id", id)
                .setParameter("name", name)
                .executeUpdate()
                .replaceWithVoid());
    }

    Uni<Optional<TeamEntity>> findTeam(String id) {
        return sessions.withSession(session -> session.find(TeamEntity.class, id))
                .map(Optional::ofNullable);
    }

    private Uni<List<AgentView>> views(String hql, Object... parameters) {
        return sessions.withSession(session -> {
            Mutiny.SelectionQuery<Object[]> query = session.createQuery(hql, Object[].class);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.getResultList().map(rows -> rows.stream()
                    .map(row -> AgentView.of((AgentEntity) row[0], (AgentLoadEntity) row[1]))
                    .toList());
        });
    }

    private static String capacityJson(Capacity capacity) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        capacity.perChannel().forEach((channel, requests) -> byName.put(channel.wireName(), requests));
        return json(byName);
    }

    private static String json(Map<String, Integer> numbers) {
        return new JsonObject(new LinkedHashMap<>(numbers)).encode();
    }
}
