package io.beforehand.sla.book;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * All versions of all documents of one kind. Changes go one after the other, as they all raise the one revision.
 *
 * @param entity what is stored, by its name in queries too
 * @param revisionTable whose one row holds the revision
 */
public record Versions<V extends DocumentVersion>(Class<V> entity, String revisionTable, Maker<V> maker) {

    /** Makes a version out of its parts. */
    public interface Maker<V> {
        V make(String id, int version, String document);
    }

    /**
     * What came of a change.
     *
     * @param created whether it is the first version
     */
    public record Written<V>(V version, boolean created) {}

    /** How many changes there have been. */
    public Uni<Long> revision(Session session) {
        return session.createNativeQuery("SELECT revision FROM " + revisionTable, Long.class)
                .getSingleResult();
    }

    /** Counts a change; others wait until it is committed. */
    public Uni<Long> raiseRevision(Session session) {
        return session.createNativeQuery(
                        "UPDATE " + revisionTable + " SET revision = revision + 1 RETURNING revision", Long.class)
                .getSingleResult();
    }

    public Uni<List<V>> all(Session session) {
        return session.createQuery("from " + entity.getSimpleName(), entity).getResultList();
    }

    /**
     * Makes the document the latest version under its id, unless it says what the latest says already.
     *
     * @param expected the version that the author has seen, if he says; 0 for none
     */
    public Uni<Written<V>> write(Session session, String id, String document, Optional<Integer> expected) {
        return raiseRevision(session).chain(() -> latest(session, id)).flatMap(before -> {
            int version = before.map(DocumentVersion::version).orElse(0);
            if (expected.isPresent() && expected.get() != version) {
                throw new ProblemException(ErrorCode.VERSION_CONFLICT, "the latest version is " + version);
            }
            if (before.isPresent() && before.get().document().equals(document)) {
                return Uni.createFrom().item(new Written<>(before.get(), false));
            }
            V next = maker.make(id, version + 1, document);
            return session.persist(next).replaceWith(() -> new Written<>(next, version == 0));
        });
    }

    private Uni<Optional<V>> latest(Session session, String id) {
        return session.createQuery("from " + entity.getSimpleName() + " where id = ?1 order by version desc", entity)
                .setParameter(1, id)
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream().findFirst());
    }
}
