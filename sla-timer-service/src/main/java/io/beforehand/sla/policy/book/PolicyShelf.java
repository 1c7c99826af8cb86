package io.beforehand.sla.policy.book;

import io.beforehand.sla.book.Documents;
import io.beforehand.sla.book.Sessions;
import io.beforehand.sla.book.Versions;
import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.calendar.book.CalendarShelf;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.PolicyBook;
import io.beforehand.sla.policy.PolicyBook.Pin;
import io.beforehand.sla.policy.PolicyRef;
import io.beforehand.sla.policy.book.PolicyReader.Read;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Where the policies are: every version in the database, and the book of them in memory, together with the calendars, as long
 * as the database says that both are still the same.
 */
@ApplicationScoped
public class PolicyShelf {

    private static final List<String> SHIPPED = List.of(
            "urgent", "high", "standard", "chat-urgent", "chat-high", "chat", "social-urgent", "social-high", "social");

    private static final Versions<PolicyVersion> VERSIONS =
            new Versions<>(PolicyVersion.class, "policy_revision", PolicyVersion::new);

    private static final String REVISIONS =
            "SELECT p.revision, c.revision FROM policy_revision p, " + CalendarShelf.REVISION_TABLE + " c";

    private final Sessions sessions;
    private final CalendarShelf calendars;
    private volatile Edition latest = new Edition(0, 0, List.of(), new PolicyBook(List.of(), CalendarBook.BUILT_IN));

    PolicyShelf(Sessions sessions, CalendarShelf calendars) {
        this.sessions = sessions;
        this.calendars = calendars;
    }

    /** A book and the revisions of the database that it shows; revision 0 is before the shipped policies were put there. */
    private record Edition(long policies, long calendars, List<PolicyVersion> versions, PolicyBook book) {}

    /** What came of a change. */
    record Put(Policy policy, boolean created) {}

    /** The book as it is now, whichever replica changed it last. One statement, up to three more after a change. */
    public Uni<PolicyBook> current() {
        return sessions.apart(session -> session.createNativeQuery(REVISIONS, Object[].class)
                .getSingleResult()
                .flatMap(revisions -> current(session, (Long) revisions[0], (Long) revisions[1]))
                .map(Edition::book));
    }

    /** A book that holds these versions and all before them; no statement unless this replica has not seen them yet. */
    public Uni<PolicyBook> holding(Iterable<Pin> pins) {
        PolicyBook book = latest.book();
        for (Pin pin : pins) {
            if (!book.holds(pin)) {
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
        String document = Documents.stored(PolicyWriter.write(content));
        return sessions.apart(session -> VERSIONS.write(session, content.ref().id(), document, expected)
                .flatMap(written -> calendars
                        .current(session)
                        .map(edition -> new Put(policy(written.version(), edition.book()), written.created()))));
    }

    /** The same within a session, whatever version there is. */
    public Uni<Void> write(Session session, Policy content) {
        return VERSIONS.write(
                        session, content.ref().id(), Documents.stored(PolicyWriter.write(content)), Optional.empty())
                .chain(session::flush);
    }

    private Uni<Edition> current(Session session, long policies, long known) {
        Edition before = latest;
        if (policies > 0 && policies == before.policies() && known == before.calendars()) {
            return Uni.createFrom().item(before);
        }
        return policies > 0 && policies == before.policies()
                ? bound(session, policies, before.versions())
                : load(session, policies);
    }

    private Uni<Edition> load(Session session, long policies) {
        Uni<Long> stocked = policies > 0 ? Uni.createFrom().item(policies) : ship(session);
        return stocked.flatMap(known -> VERSIONS.all(session).flatMap(versions -> bound(session, known, versions)));
    }

    /** Calendars are read after the policies: those that a policy names were there before it. */
    private Uni<Edition> bound(Session session, long policies, List<PolicyVersion> versions) {
        return calendars.current(session).map(edition -> {
            List<Policy> all = versions.stream()
                    .map(version -> policy(version, edition.book()))
                    .toList();
            latest = new Edition(policies, edition.revision(), versions, new PolicyBook(all, edition.book()));
            return latest;
        });
    }

    /** The first replica that looks puts the shipped policies there; another one waits for it and finds them. */
    private static Uni<Long> ship(Session session) {
        return VERSIONS.raiseRevision(session).flatMap(revision -> {
            Object[] versions =
                    revision == 1 ? SHIPPED.stream().map(PolicyShelf::shipped).toArray() : new Object[0];
            return session.persistAll(versions).chain(session::flush).replaceWith(revision);
        });
    }

    private static PolicyVersion shipped(String id) {
        PolicyVersion written = new PolicyVersion(
                id, 1, Documents.shipped("/policies/" + id + ".yaml").toString());
        Policy policy = policy(written, CalendarBook.BUILT_IN);
        return new PolicyVersion(id, 1, Documents.stored(PolicyWriter.write(policy)));
    }

    private static Policy policy(PolicyVersion stored, CalendarBook calendars) {
        PolicyRef ref = new PolicyRef(stored.id(), stored.version());
        return switch (PolicyReader.read(
                ref, Documents.stored(stored.document()), id -> calendars.inForce(id, Instant.MAX))) {
            case Read.Valid(Policy policy) -> policy;
            case Read.Invalid(var problems) ->
                throw new IllegalStateException("stored policy " + ref + ": " + problems);
        };
    }
}
