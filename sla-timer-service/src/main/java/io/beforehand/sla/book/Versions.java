package io.beforehand.sla.book;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

    /** The same, to be changed only by whoever has asked for it until he is done. */
    public Uni<List<V>> allLocked(Session session) {
        return session.createNativeQuery("SELECT revision FROM " + revisionTable + " FOR UPDATE", Long.class)
                .getSingleResult()
                .chain(() -> all(session));
    }

    /** The latest version of each. */
    public static <V extends DocumentVersion> Collection<V> latest(List<V> versions) {
        Map<String, V> latest = new TreeMap<>();
        for (V version : versions) {
            latest.merge(version.id(), version, (a, b) -> a.version() > b.version() ? a : b);
        }
        return latest.values();
    }

    /** Which of them are out of use. */
    public static Set<String> retired(List<? extends DocumentVersion> versions) {
        return latest(versions).stream()
                .filter(DocumentVersion::retired)
                .map(DocumentVersion::id)
                .collect(Collectors.toSet());
    }

    /**
     * Makes the document the latest version under its id, unless it says what the latest says already. One that is out of use
     * comes into use again.
     *
     * @param expected the version that the author has seen, if he says; 0 for none
     */
    public Uni<Written<V>> write(Session session, String id, String document, Optional<Integer> expected) {
        return write(session, id, document, expected, _ -> {});
    }

    /** The same for a document that comes with the promise file, whatever version there is. */
    public Uni<Written<V>> writeFromFile(Session session, String id, String document) {
        return write(session, id, document, Optional.empty(), DocumentVersion::comesWithFile);
    }

    private Uni<Written<V>> write(
            Session session, String id, String document, Optional<Integer> expected, Consumer<V> mark) {
        return raiseRevision(session).chain(() -> latest(session, id)).flatMap(before -> {
            int version = before.map(DocumentVersion::version).orElse(0);
            if (expected.isPresent() && expected.get() != version) {
                throw new ProblemException(ErrorCode.VERSION_CONFLICT, "the latest version is " + version);
            }
            Optional<V> alike = before.filter(
                    latest -> !latest.retired() && latest.document().equals(document));
            if (alike.isPresent()) {
                return Uni.createFrom().item(new Written<>(alike.get(), false));
            }
            V next = maker.make(id, version + 1, document);
            mark.accept(next);
            return session.persist(next).replaceWith(() -> new Written<>(next, version == 0));
        });
    }

    /**
     * Takes a document out of use.
     *
     * @return its latest version
     * @throws ProblemException {@code not-found} if there is none in use under that id
     */
    public Uni<V> retire(Session session, String id) {
        return raiseRevision(session)
                .chain(() -> latest(session, id))
                .map(latest -> latest.filter(version -> !version.retired())
                        .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)))
                .invoke(DocumentVersion::retire)
                .call(session::flush);
    }

    private Uni<Optional<V>> latest(Session session, String id) {
        return session.createQuery("from " + entity.getSimpleName() + " where id = ?1 order by version desc", entity)
                .setParameter(1, id)
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream().findFirst());
    }
}
