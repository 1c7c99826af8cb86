package io.beforehand.intake.request;

import io.beforehand.intake.request.core.Changes;
import io.beforehand.intake.request.core.Opening;
import io.beforehand.intake.request.core.Request;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Stores the requests of a batch: one statement each for those that it opens and those that it changes, if there are any. */
@ApplicationScoped
class RequestWriter {

    private static final String NEW_REQUESTS = """
            INSERT INTO request (id, number, status, priority, priority_reason, category_reason, mood, language, tier, category, team, channel, account,
                                 conversation, subject, customer_id, opened_at, received_at, changed_at, settled_at, linked_to, last_seq,
                                 waits_for)
            SELECT k.id, k.number, k.status, k.priority, k.priority_reason, k.category_reason, k.mood, k.language, k.tier,
                   k.category, k.team, k.channel, k.account,
                   k.conversation, k.subject, c.id, k.opened_at, k.received_at, k.received_at, k.settled_at, k.linked_to, k.last_seq,
                   k.waits_for
              FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                          $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::timestamptz[],
                          $15::timestamptz[], $16::uuid[], $17::bigint[], $18::text[], $19::text[], $20::text[], $21::timestamptz[],
                          $22::text[], $23::text[])
                AS k (id, number, status, priority, priority_reason, tier, category, team, channel, account,
                      conversation, subject, native_id, opened_at, received_at, linked_to, last_seq, category_reason, mood, language, settled_at,
                      kind, waits_for)
              JOIN customer c ON (c.channel, c.account, c.native_id, c.kind) = (k.channel, k.account, k.native_id, k.kind)""";

    private static final String CHANGED_REQUESTS = """
            UPDATE request r
               SET status = k.status, priority = k.priority, tier = k.tier, category = k.category, team = k.team,
                   last_seq = k.last_seq, changed_at = k.changed_at, settled_at = k.settled_at,
                   waits_for = k.waits_for
              FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[],
                          $8::timestamptz[], $9::timestamptz[], $10::text[])
                AS k (id, status, priority, tier, category, team, last_seq, changed_at, settled_at, waits_for)
             WHERE r.id = k.id""";

    private record New(Opening opening, Request request) {}

    Uni<Void> open(Transaction transaction, Changes changes) {
        Columns<New> rows = Columns.of(changes.openings().stream()
                .map(o -> new New(o, Objects.requireNonNull(changes.requests().get(o.requestId()))))
                .toList());
        return RowWriter.unless(
                changes.openings().isEmpty(),
                transaction,
                NEW_REQUESTS,
                Arrays.asList(
                        rows.ids(r -> r.opening().requestId()),
                        rows.texts(r -> r.opening().number()),
                        rows.texts(r -> r.request().stage().status().wireName()),
                        rows.texts(r -> r.request().classification().priority().wireName()),
                        rows.texts(r -> r.opening().assessment().priority().reason()),
                        rows.texts(r -> r.request().classification().tier()),
                        rows.texts(r -> r.request().classification().category()),
                        rows.texts(r -> r.request().classification().team()),
                        rows.texts(r -> r.opening().conversation().channel().wireName()),
                        rows.texts(r -> r.opening().conversation().account()),
                        rows.texts(r -> r.opening().conversation().conversation()),
                        rows.texts(r -> r.opening().subject()),
                        rows.texts(r -> r.opening().customer().id()),
                        rows.times(r -> r.opening().openedAt()),
                        rows.times(r -> r.opening().receivedAt()),
                        rows.ids(r -> r.opening().linkedTo()),
                        rows.numbers(r -> r.request().lastSequence()),
                        rows.texts(r -> r.opening().assessment().category().reason()),
                        rows.texts(r -> r.opening().assessment().mood().wireName()),
                        rows.texts(r -> r.opening().language()),
                        rows.times(r -> r.request().settledAt()),
                        rows.texts(r -> r.opening().customer().kind()),
                        rows.texts(r -> r.request().waitsFor())));
    }

    Uni<Void> change(Transaction transaction, Changes changes) {
        Map<String, Request> changed = new HashMap<>(changes.requests());
        changes.openings().forEach(opening -> changed.remove(opening.requestId()));
        Columns<Request> rows = Columns.of(changed.values());
        return RowWriter.unless(
                changed.isEmpty(),
                transaction,
                CHANGED_REQUESTS,
                Arrays.asList(
                        rows.ids(Request::id),
                        rows.texts(r -> r.stage().status().wireName()),
                        rows.texts(r -> r.classification().priority().wireName()),
                        rows.texts(r -> r.classification().tier()),
                        rows.texts(r -> r.classification().category()),
                        rows.texts(r -> r.classification().team()),
                        rows.numbers(Request::lastSequence),
                        rows.times(Request::changedAt),
                        rows.times(Request::settledAt),
                        rows.texts(Request::waitsFor)));
    }
}
