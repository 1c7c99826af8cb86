package io.beforehand.sla.policy.book;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.sla.book.Documents;
import io.beforehand.sla.book.Sessions;
import io.beforehand.sla.book.Versions;
import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.calendar.book.CalendarShelf;
import io.beforehand.sla.calendar.book.CalendarUsers;
import io.beforehand.sla.policy.Gap;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.PolicyBook;
import io.beforehand.sla.policy.PolicyBook.Pin;
import io.beforehand.sla.policy.PolicyRef;
import io.beforehand.sla.policy.book.PolicyReader.Read;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Where the policies are: every version in the database, and the book of them in memory, together with the calendars, as long
 * as the database says that both are still the same.
 */
@ApplicationScoped
public class PolicyShelf implements CalendarUsers {

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

    /**
     * What came of a change.
     *
     * @param gaps of the requests that the policy was for before, those to which nothing may be promised now
     */
    record Put(Policy policy, boolean created, List<Gap> gaps) {}

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
        String id = content.ref().id();
        return sessions.apart(session -> book(session).flatMap(before -> VERSIONS.write(session, id, document, expected)
                .call(session::flush)
                .flatMap(written -> calendars
                        .current(session)
                        .invoke(edition -> PolicyDrafts.refuseUnknown(content.calendar(), edition.book()))
                        .chain(() -> book(session))
                        .map(after -> new Put(
                                after.latest(id).orElseThrow(),
                                written.created(),
                                before.latest(id)
                                        .map(was -> after.gaps(was.when()))
                                        .orElse(List.of()))))));
    }

    /** What comes with the promise file, within a session, whatever version there is. */
    public Uni<Void> write(Session session, Policy content) {
        return VERSIONS.writeFromFile(session, content.ref().id(), Documents.stored(PolicyWriter.write(content)))
                .chain(session::flush);
    }

    /**
     * Takes a policy out of use.
     *
     * @throws ProblemException {@code not-found} or {@code promise-needed}
     */
    Uni<Void> retire(String id) {
        return sessions.apart(session -> retire(session, List.of(id)));
    }

    /**
     * Takes out of use what came with the promise file and is not in it any more. What is shipped is again what is shipped.
     *
     * @param named the ids of the policies in the file
     * @throws ProblemException {@code promise-needed}
     */
    public Uni<Void> leaveOut(Session session, Collection<String> named) {
        return VERSIONS.all(session).flatMap(versions -> {
            List<String> leftOut = Versions.latest(versions).stream()
                    .filter(version -> version.fromFile() && !version.retired() && !named.contains(version.id()))
                    .map(PolicyVersion::id)
                    .toList();
            Uni<Void> restored = Uni.createFrom().voidItem();
            for (String id : leftOut.stream().filter(SHIPPED::contains).toList()) {
                restored = restored.chain(
                                () -> VERSIONS.write(session, id, shipped(id).document(), Optional.empty()))
                        .chain(session::flush);
            }
            return restored.chain(() -> retire(
                    session,
                    leftOut.stream().filter(id -> !SHIPPED.contains(id)).toList()));
        });
    }

    private Uni<Void> retire(Session session, List<String> ids) {
        Uni<Void> retired = Uni.createFrom().voidItem();
        for (String id : ids) {
            retired = retired.chain(() -> VERSIONS.retire(session, id)).replaceWithVoid();
        }
        return retired.chain(() -> book(session))
                .invoke(book -> refuseGaps(book, ids))
                .replaceWithVoid();
    }

    private static void refuseGaps(PolicyBook book, List<String> retired) {
        for (String id : retired) {
            List<Gap> gaps = book.gaps(book.latest(id).orElseThrow().when());
            if (!gaps.isEmpty()) {
                throw new ProblemException(
                                ErrorCode.PROMISE_NEEDED,
                                "put a policy into force for what " + id + " is for, such as a fallback")
                        .with("gaps", Gaps.shown(gaps));
            }
        }
    }

    /** Nobody changes a policy until the session is over: whoever puts one waits, and finds the calendar gone. */
    @Override
    public Uni<List<String>> goingBy(Session session, String calendarId) {
        return VERSIONS.allLocked(session)
                .flatMap(versions -> calendars.current(session).map(edition -> book(versions, edition.book())))
                .map(book -> book.inForce().stream()
                        .filter(policy -> policy.calendar().id().equals(calendarId))
                        .map(policy -> policy.ref().id())
                        .toList());
    }

    /** As it is within the session. */
    private Uni<PolicyBook> book(Session session) {
        return VERSIONS.all(session)
                .flatMap(versions -> calendars.current(session).map(edition -> book(versions, edition.book())));
    }

    private static PolicyBook book(List<PolicyVersion> versions, CalendarBook calendars) {
        List<Policy> all =
                versions.stream().map(version -> policy(version, calendars)).toList();
        return new PolicyBook(all, Versions.retired(versions), calendars);
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
            latest = new Edition(policies, edition.revision(), versions, book(versions, edition.book()));
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
