package io.beforehand.sla.request;

import static io.beforehand.sla.request.Columns.instant;

import io.beforehand.events.Owner;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.clock.Fact;
import io.beforehand.sla.clock.HistoryEntry;
import io.beforehand.sla.policy.Choice;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.PolicyBook;
import io.beforehand.sla.policy.PolicyBook.Pin;
import io.beforehand.sla.policy.book.PolicyShelf;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of histories: one statement to read those of many requests, one to add to many. */
@ApplicationScoped
class HistoryRows {

    private static final String OF_REQUESTS = """
            SELECT request_id, owner, seq, at, kind, status, policy_id, policy_version, calendar_version, calendar_parts,
                   traits::text, reason, party, team
              FROM history WHERE request_id = ANY ($1)""";

    private static final String ADD = """
            INSERT INTO history (request_id, owner, seq, at, kind, status, policy_id, policy_version, calendar_version,
                                 calendar_parts, traits, reason, party, team)
            SELECT request_id, owner, seq, at, kind, status, policy_id, policy_version, calendar_version, calendar_parts,
                   traits::jsonb, reason, party, team
              FROM unnest($1::text[], $2::smallint[], $3::bigint[], $4::timestamptz[], $5::text[], $6::text[],
                          $7::text[], $8::integer[], $9::integer[], $10::text[], $11::text[], $12::text[], $13::text[],
                          $14::text[])
                AS h (request_id, owner, seq, at, kind, status, policy_id, policy_version, calendar_version,
                      calendar_parts, traits, reason, party, team)
            ON CONFLICT DO NOTHING""";

    private static final String FORGET = """
            UPDATE history h SET traits = jsonb_set(h.traits, '{customer}', to_jsonb(k.pseudonym))
              FROM unnest($1::text[], $2::text[]) AS k (request_id, pseudonym)
             WHERE h.request_id = k.request_id AND h.traits IS NOT NULL""";

    private final PolicyShelf shelf;

    HistoryRows(PolicyShelf shelf) {
        this.shelf = shelf;
    }

    /** An entry and whose it is. */
    record EntryOfRequest(String requestId, HistoryEntry entry) {

        private <T> @Nullable T of(Function<Policy, T> part) {
            Choice choice = choice();
            return choice == null ? null : part.apply(choice.policy());
        }

        private @Nullable String traits() {
            Choice choice = choice();
            return choice == null ? null : ClockColumns.traits(choice.traits());
        }

        private @Nullable Choice choice() {
            return switch (entry.fact()) {
                case Fact.Opening opening -> opening.choice();
                case Fact.Reclassified reclassified -> reclassified.choice();
                case Fact.Acknowledged _,
                        Fact.Assigned _,
                        Fact.Replied _,
                        Fact.Updated _,
                        Fact.CustomerWrote _,
                        Fact.StatusMoved _ -> null;
            };
        }
    }

    Uni<Map<String, List<HistoryEntry>>> of(SqlClient sql, Collection<String> requestIds) {
        if (requestIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return sql.preparedQuery(OF_REQUESTS)
                .execute(Tuple.of((Object) requestIds.toArray(String[]::new)))
                .flatMap(rows -> shelf.holding(policies(rows)).map(book -> read(rows, book)));
    }

    Uni<Void> add(SqlClient sql, List<EntryOfRequest> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = new Columns<>(entries)
                .text(EntryOfRequest::requestId)
                .shorts(e -> e.entry().owner().rank())
                .longs(e -> e.entry().sequence())
                .instants(e -> Optional.of(e.entry().fact().at()))
                .text(e -> e.entry().fact().name())
                .text(e -> e.entry().fact() instanceof Fact.StatusMoved moved
                        ? moved.to().wireName()
                        : null)
                .text(e -> e.of(policy -> policy.ref().id()))
                .ints(e -> e.of(policy -> policy.ref().version()))
                .ints(e -> e.of(policy -> policy.calendar().version()))
                .text(e -> e.of(policy -> PartsColumn.write(policy.calendar().parts())))
                .text(EntryOfRequest::traits)
                .text(e -> e.entry().fact() instanceof Fact.StatusMoved moved ? moved.reason() : null)
                .text(e -> e.entry().fact() instanceof Fact.StatusMoved moved ? moved.party() : null)
                .text(e -> e.entry().fact() instanceof Fact.Assigned(var _, String team) ? team : null)
                .tuple();
        return sql.preparedQuery(ADD).execute(columns).replaceWithVoid();
    }

    /** Has customers go by their pseudonyms in all of their requests' histories. One statement, none for no requests. */
    Uni<Void> forget(SqlClient sql, List<WatchedRequest> requests) {
        return requests.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(FORGET)
                        .execute(Tuple.of(
                                requests.stream().map(WatchedRequest::id).toArray(String[]::new),
                                requests.stream()
                                        .map(r -> r.traits().customer())
                                        .toArray(String[]::new)))
                        .replaceWithVoid();
    }

    private static List<Pin> policies(RowSet<Row> rows) {
        List<Pin> refs = new ArrayList<>();
        for (Row row : rows) {
            if (row.getString("policy_id") != null) {
                refs.add(RequestRow.policy(row));
            }
        }
        return refs;
    }

    private static Map<String, List<HistoryEntry>> read(RowSet<Row> rows, PolicyBook book) {
        Map<String, List<HistoryEntry>> histories = new HashMap<>();
        for (Row row : rows) {
            HistoryEntry entry =
                    new HistoryEntry(Owner.ofRank(row.getShort("owner")), row.getLong("seq"), fact(row, book));
            histories
                    .computeIfAbsent(row.getString("request_id"), _ -> new ArrayList<>())
                    .add(entry);
        }
        return histories;
    }

    private static Fact fact(Row row, PolicyBook book) {
        Instant at = instant(row, "at").orElseThrow();
        return switch (row.getString("kind")) {
            case "opened" -> new Fact.Opened(at, choice(row, book));
            case "opened-by-machine" -> new Fact.OpenedByMachine(at, choice(row, book));
            case "acknowledged" -> new Fact.Acknowledged(at);
            case "assigned" -> new Fact.Assigned(at, Objects.toString(row.getString("team"), ""));
            case "replied" -> new Fact.Replied(at);
            case "updated" -> new Fact.Updated(at);
            case "customer-wrote" -> new Fact.CustomerWrote(at);
            case "status-moved" ->
                new Fact.StatusMoved(
                        at,
                        RequestStatus.of(row.getString("status")),
                        Objects.toString(row.getString("reason"), ""),
                        Objects.toString(row.getString("party"), ""));
            case "reclassified" -> new Fact.Reclassified(at, choice(row, book));
            default -> throw new IllegalStateException("unknown kind of fact");
        };
    }

    private static Choice choice(Row row, PolicyBook book) {
        return new Choice(book.pinned(RequestRow.policy(row)), ClockColumns.traits(row.getString("traits")));
    }
}
