package io.beforehand.routing.rule;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.routing.assignment.Matchmaker;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /v1/routing-rules}: all rules, read and replaced as a whole. */
@Path("/v1/routing-rules")
@RolesAllowed(Roles.OPERATOR)
@Cancellable(false)
public class RulesResource {

    private static final int MAX_RULES = 1_000;

    private final Mutiny.SessionFactory sessions;
    private final Matchmaker matchmaker;

    RulesResource(Mutiny.SessionFactory sessions, Matchmaker matchmaker) {
        this.sessions = sessions;
        this.matchmaker = matchmaker;
    }

    /** @param version the one that this replaces; null to replace whatever there is */
    public record RulesBody(
            @Nullable Long version, @Nullable List<RuleBody> rules) {}

    /** The rules, and which edition of them. */
    public record RulesView(long version, List<Rule> rules) {}

    @GET
    public Uni<RulesView> get() {
        return sessions.withSession(RulesResource::theOne).map(RulesResource::view);
    }

    @PUT
    public Uni<RulesView> replace(@Nullable RulesBody body) {
        if (body == null || body.rules() == null) {
            throw ProblemException.invalidField("rules", "must not be missing");
        }
        List<Rule> rules = rules(body.rules());
        return sessions.withTransaction(session -> theOne(session)
                        .invoke(current -> {
                            if (body.version() != null && body.version() != current.version) {
                                throw new ProblemException(ErrorCode.VERSION_CONFLICT);
                            }
                            current.document = new RulesDocument(rules);
                        })
                        .call(session::flush)
                        .map(RulesResource::view))
                .onFailure(RulesResource::isOvertaken)
                .transform(_ -> new ProblemException(ErrorCode.VERSION_CONFLICT))
                .invoke(matchmaker::wake);
    }

    private static Uni<RulesEntity> theOne(Mutiny.Session session) {
        return session.find(RulesEntity.class, RulesEntity.THE_ONE);
    }

    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof OptimisticLockException || failure instanceof StaleStateException;
    }

    private static List<Rule> rules(List<RuleBody> bodies) {
        if (bodies.size() > MAX_RULES) {
            throw ProblemException.invalidField("rules", "must be at most " + MAX_RULES);
        }
        List<Rule> rules = new ArrayList<>();
        Set<String> categories = new HashSet<>();
        for (RuleBody body : bodies) {
            String at = "rules[" + rules.size() + "]";
            Rule rule = body.rule(at);
            if (!categories.add(rule.category())) {
                throw ProblemException.invalidField(at + ".category", "must not stand twice");
            }
            rules.add(rule);
        }
        return rules;
    }

    private static RulesView view(RulesEntity entity) {
        return new RulesView(entity.version, entity.document.rules());
    }
}
