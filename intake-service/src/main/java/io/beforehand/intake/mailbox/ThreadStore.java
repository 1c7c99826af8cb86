package io.beforehand.intake.mailbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Finds requests by clues. One statement for a mail that has any; a Message-ID that many mails share leads to the latest few,
 * none to a request whose customer is forgotten. Requests that were merged are one thread, whichever of them a mail names: it goes
 * on in the conversation of the one that came to the same mailbox.
 */
@ApplicationScoped
class ThreadStore {

    private static final String FIND = """
            SELECT r.id, r.conversation, c.number IS NOT NULL AS mentioned,
                   r.account = $1 AND EXISTS (
                       SELECT FROM participant p
                        WHERE p.request_id IN (r.id, r.merged_into) AND p.address = $2) AS joined
              FROM unnest($3::int[], $4::text[], $5::uuid[], $6::text[]) AS c (place, mail_id, request_id, number)
              JOIN LATERAL (
                       (SELECT m.request_id FROM mail m WHERE m.account = $1 AND m.mail_id = c.mail_id
                         ORDER BY m.request_id DESC LIMIT 20)
                       UNION ALL SELECT c.request_id WHERE c.request_id IS NOT NULL
                       UNION ALL SELECT n.id FROM request n WHERE n.number = c.number) found ON true
              JOIN request named ON named.id = found.request_id
              JOIN LATERAL (
                       SELECT * FROM request WHERE id = coalesce(named.merged_into, named.id)
                       UNION ALL SELECT * FROM request WHERE merged_into = coalesce(named.merged_into, named.id)) r
                ON r.channel = 'email'
              JOIN customer k ON k.id = r.customer_id AND k.forgotten_at IS NULL
             ORDER BY c.place, joined DESC, r.id = named.id DESC, r.id DESC""";

    private final Pool pool;

    ThreadStore(Pool pool) {
        this.pool = pool;
    }

    /** @param sender in lower case */
    Uni<MailThread> find(String account, String sender, List<Clue> clues) {
        if (clues.isEmpty()) {
            return Uni.createFrom().item(new MailThread.Unknown());
        }
        Tuple parameters = Tuple.from(List.of(
                account,
                sender,
                IntStream.range(0, clues.size()).boxed().toArray(Integer[]::new),
                clues.stream()
                        .map(c -> c instanceof Clue.Answers a ? a.mailId() : null)
                        .toArray(String[]::new),
                clues.stream()
                        .map(c -> c instanceof Clue.Names n ? UUID.fromString(n.requestId()) : null)
                        .toArray(UUID[]::new),
                clues.stream()
                        .map(c -> c instanceof Clue.Mentions m ? m.number() : null)
                        .toArray(String[]::new)));
        return pool.preparedQuery(FIND).execute(parameters).map(ThreadStore::strongest);
    }

    /** The first in which the sender has a part, else the first that he can know of; a number in a subject is no proof of that. */
    private static MailThread strongest(Iterable<Row> rows) {
        MailThread strongest = new MailThread.Unknown();
        for (Row row : rows) {
            if (row.getBoolean("joined")) {
                return new MailThread.Joined(row.getString("conversation"));
            }
            if (strongest instanceof MailThread.Unknown && !row.getBoolean("mentioned")) {
                strongest = new MailThread.Linked(row.getUUID("id").toString());
            }
        }
        return strongest;
    }
}
