package io.beforehand.routing.roster;

import io.beforehand.events.Channel;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.routing.matching.Candidate;
import io.beforehand.routing.matching.Capacity;
import io.beforehand.routing.matching.Load;
import io.beforehand.routing.matching.RoutingRule;
import io.beforehand.routing.request.RequestFacts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads agents and rules for a decision. One statement a call. */
@ApplicationScoped
public class Roster {

    private static final String AGENTS = """
            SELECT a.id, a.name, a.team, a.skills, a.languages, a.capacity, l.held, l.idle_since
              FROM agent a JOIN agent_load l ON l.agent_id = a.id WHERE\s""";

    private static final String FREE = AGENTS + "l.presence = 'available' AND l.used < l.whole";
    private static final String PRESENT = AGENTS + "l.presence IN ('available', 'busy', 'wrap-up')";
    private static final String ONE = AGENTS + "a.id = $1";

    private static final String RULES = "SELECT document FROM routing_rules";

    /** Those who may get something now. */
    public Uni<List<Candidate>> free(Transaction transaction) {
        return transaction.sql().query(FREE).execute().map(Roster::candidates);
    }

    /** Those who work now, whether they are free or not. */
    public Uni<List<Candidate>> present(Transaction transaction) {
        return transaction.sql().query(PRESENT).execute().map(Roster::candidates);
    }

    /** One agent, wherever he is. */
    public Uni<Optional<Candidate>> find(Transaction transaction, String agentId) {
        return transaction.sql().preparedQuery(ONE).execute(Tuple.of(agentId)).map(rows -> candidates(rows).stream()
                .findFirst());
    }

    /** The rules of the moment by category. */
    public Uni<Map<String, RoutingRule>> rules(Transaction transaction) {
        return transaction.sql().query(RULES).execute().map(rows -> {
            Map<String, RoutingRule> rules = new HashMap<>();
            for (Row row : rows) {
                row.getJsonObject("document").getJsonArray("rules").forEach(json -> {
                    RoutingRule rule = rule((JsonObject) json);
                    rules.put(rule.category(), rule);
                });
            }
            return rules;
        });
    }

    private static RoutingRule rule(JsonObject json) {
        return new RoutingRule(
                json.getString("category"), levels(json.getJsonObject("skills")), json.getString("team", ""));
    }

    private static List<Candidate> candidates(Iterable<Row> rows) {
        List<Candidate> candidates = new ArrayList<>();
        for (Row row : rows) {
            candidates.add(new Candidate(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("team"),
                    levels(row.getJsonObject("skills")),
                    Arrays.stream(row.getArrayOfStrings("languages"))
                            .map(RequestFacts::languageOf)
                            .collect(Collectors.toSet()),
                    load(row),
                    row.get(OffsetDateTime.class, "idle_since").toInstant()));
        }
        return candidates;
    }

    private static Load load(Row row) {
        EnumMap<Channel, Integer> capacity = new EnumMap<>(Channel.class);
        row.getJsonObject("capacity").forEach(e -> capacity.put(Channel.of(e.getKey()), (Integer) e.getValue()));
        return new Load(new Capacity(capacity), ByChannel.read(row.getArrayOfIntegers("held")));
    }

    private static Map<String, Integer> levels(JsonObject json) {
        return json.stream().collect(Collectors.toMap(Map.Entry::getKey, e -> (Integer) e.getValue()));
    }
}
