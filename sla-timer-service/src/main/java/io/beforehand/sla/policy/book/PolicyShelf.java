package io.beforehand.sla.policy.book;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.PolicyBook;
import io.beforehand.sla.policy.PolicyRef;
import io.beforehand.sla.policy.book.PolicyReader.Read;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Where the policies are: every version in the database, and the book of them in memory as long as the database says that it
 * is still the same. Changes go one after the other, as they all raise the one revision.
 */
@ApplicationScoped
public class PolicyShelf {

    private static final List<String> SHIPPED = List.of("urgent", "high", "standard");

    private final Mutiny.SessionFactory sessions;
    private final Context context;
    private volatile Edition latest = new Edition(0, new PolicyBook(List.of()));

    PolicyShelf(Mutiny.SessionFactory sessions, Vertx vertx) {
        this.sessions = sessions;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** A book and the revision of the database that it shows; revision 0 is before the shipped policies were put there. */
    private record Edition(long revision, PolicyBook book) {}

    /** What came of a change. */
    record Put(Policy policy, boolean created) {}

    /** The book as it is now, whichever replica changed it last. One statement, one more after a change. */
    public Uni<PolicyBook> current() {
        return apart(session -> session.createNativeQuery("SELECT revision FROM policy_revision", Long.class)
                .getSingleResult()
                .flatMap(revision -> revision == latest.revision() && revision > 0
                        ? Uni.createFrom().item(latest)
                        : load(session, revision))
                .map(Edition::book));
    }

    /** A book that holds this version and all before it; no statement unless this replica has not seen it yet. */
    public Uni<PolicyBook> holding(Iterable<PolicyRef> refs) {
        PolicyBook book = latest.book();
        for (PolicyRef ref : refs) {
            if (!book.holds(ref)) {
                return current();
            }
        }
        return Uni.createFrom().item(book);
    }

    /**
     * Makes the document the policy's latest version, unless it says what the latest says already.
     *
     * @param content the policy; its version is given out here
     * @param expected the version that the author has seen, if he says
     */
    Uni<Put> put(Policy content, Optional<Integer> expected) {
        String document = PolicyDocuments.stored(PolicyWriter.write(content));
        return apart(session -> raiseRevision(session)
                .chain(() -> latestOf(session, content.ref().id()))
                .flatMap(before -> {
                    int version = before.map(found -> found.version).orElse(0);
                    if (expected.isPresent() && expected.get() != version) {
                        throw new ProblemException(ErrorCode.VERSION_CONFLICT, "the latest version is " + version);
                    }
                    if (before.isPresent() && before.get().document.equals(document)) {
                        return Uni.createFrom().item(new Put(policy(before.get()), false));
                    }
                    PolicyVersion next = new PolicyVersion(content.ref().id(), version + 1, document);
                    return session.persist(next).replaceWith(() -> new Put(policy(next), version == 0));
                }));
    }

    private Uni<Edition> load(Session session, long revision) {
        Uni<Long> stocked = revision > 0 ? Uni.createFrom().item(revision) : ship(session);
        return stocked.flatMap(known -> session.createQuery("from PolicyVersion", PolicyVersion.class)
                .getResultList()
                .map(versions -> new Edition(
                        known,
                        new PolicyBook(
                                versions.stream().map(PolicyShelf::policy).toList())))
                .invoke(edition -> latest = edition));
    }

    /** The first replica that looks puts the shipped policies there; another one waits for it and finds them. */
    private static Uni<Long> ship(Session session) {
        return raiseRevision(session).flatMap(revision -> {
            List<Object> versions = new ArrayList<>();
            if (revision == 1) {
                SHIPPED.forEach(id -> versions.add(shipped(id)));
            }
            return session.persistAll(versions.toArray()).chain(session::flush).replaceWith(revision);
        });
    }

    private static PolicyVersion shipped(String id) {
        PolicyRef ref = new PolicyRef(id, 1);
        return switch (PolicyReader.read(ref, PolicyDocuments.shipped("/policies/" + id + ".yaml"))) {
            case Read.Valid(Policy policy) ->
                new PolicyVersion(id, 1, PolicyDocuments.stored(PolicyWriter.write(policy)));
            case Read.Invalid(var problems) ->
                throw new IllegalStateException("shipped policy " + id + ": " + problems);
        };
    }

    private static Uni<Long> raiseRevision(Session session) {
        return session.createNativeQuery(
                        "UPDATE policy_revision SET revision = revision + 1 RETURNING revision", Long.class)
                .getSingleResult();
    }

    private static Uni<Optional<PolicyVersion>> latestOf(Session session, String id) {
        return session.createQuery("from PolicyVersion where id = ?1 order by version desc", PolicyVersion.class)
                .setParameter(1, id)
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream().findFirst());
    }

    private static Policy policy(PolicyVersion stored) {
        PolicyRef ref = new PolicyRef(stored.id, stored.version);
        return switch (PolicyReader.read(ref, PolicyDocuments.stored(stored.document))) {
            case Read.Valid(Policy policy) -> policy;
            case Read.Invalid(var problems) ->
                throw new IllegalStateException("stored policy " + ref + ": " + problems);
        };
    }

    /** In a transaction of its own, on a context of its own: Hibernate wants one session per event-loop context. */
    private <T> Uni<T> apart(Function<Session, Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context own = VertxContext.createNewDuplicatedContext(context);
            VertxContextSafetyToggle.setContextSafe(own, true);
            own.runOnContext(_ -> sessions.withTransaction(work).subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
