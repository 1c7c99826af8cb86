package io.beforehand.intake.classification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.IntakeConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** The rules as operators see them: the versions in the table, and what was shipped as version 0. */
@ApplicationScoped
class RuleShelf {

    private static final String LATEST = "select coalesce(max(r.version), 0) from RuleVersion r";

    private static final String STORE = """
            INSERT INTO classification_rules (version, document, changed_at)
            VALUES (?1, ?2, beforehand_now()) ON CONFLICT DO NOTHING""";

    private final Mutiny.SessionFactory sessions;
    private final IntakeConfig config;

    RuleShelf(Mutiny.SessionFactory sessions, IntakeConfig config) {
        this.sessions = sessions;
        this.config = config;
    }

    /** @param version the latest one if none is asked for */
    Uni<ObjectNode> find(Optional<Integer> version) {
        return sessions.withSession(session -> version.map(v -> Uni.createFrom().item(v))
                .orElseGet(() -> latest(session))
                .flatMap(v -> shown(session, v)));
    }

    /**
     * Puts rules in the place of those that hold.
     *
     * @param document checked
     * @param expected the version that its author has seen, if he says
     * @throws ProblemException {@code version-conflict} if it is another one by now
     */
    Uni<ObjectNode> put(JsonNode document, Optional<Integer> expected) {
        ObjectNode stored = ((ObjectNode) document).deepCopy();
        stored.remove("version");
        return sessions.withTransaction(session -> latest(session).flatMap(latest -> {
            if (expected.isPresent() && !expected.get().equals(latest)) {
                throw new ProblemException(ErrorCode.VERSION_CONFLICT);
            }
            return session.createNativeQuery(STORE)
                    .setParameter(1, latest + 1)
                    .setParameter(2, stored.toString())
                    .executeUpdate()
                    .map(rows -> {
                        if (rows == 0) {
                            throw new ProblemException(ErrorCode.VERSION_CONFLICT);
                        }
                        return stored.put("version", latest + 1);
                    });
        }));
    }

    private static Uni<Integer> latest(Session session) {
        return session.createQuery(LATEST, Integer.class).getSingleResult();
    }

    private Uni<ObjectNode> shown(Session session, int version) {
        if (version == 0) {
            return Uni.createFrom().item(((ObjectNode) ShippedRules.document(config.largeAmount())).put("version", 0));
        }
        return session.find(RuleVersion.class, version).map(found -> {
            if (found == null) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            return ((ObjectNode) Documents.stored(found.document)).put("version", version);
        });
    }
}
