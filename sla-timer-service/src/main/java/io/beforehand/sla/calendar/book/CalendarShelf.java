package io.beforehand.sla.calendar.book;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.sla.book.Documents;
import io.beforehand.sla.book.Sessions;
import io.beforehand.sla.book.Versions;
import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.calendar.CalendarRef;
import io.beforehand.sla.calendar.Combinations;
import io.beforehand.sla.calendar.DatedCalendar;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Where the calendars are: every version in the database, and the book of them in memory as long as the database says that it
 * is still the same. A version that was read once is not made anew, as it knows by heart what it was asked before.
 */
@ApplicationScoped
public class CalendarShelf {

    /** The table of the revision is public, so that it can be read along with another one. */
    public static final String REVISION_TABLE = "calendar_revision";

    private static final Versions<CalendarVersion> VERSIONS =
            new Versions<>(CalendarVersion.class, REVISION_TABLE, CalendarVersion::new);

    private final Sessions sessions;
    private volatile Edition latest = new Edition(0, new CalendarBook(List.of()));

    CalendarShelf(Sessions sessions) {
        this.sessions = sessions;
    }

    /** A book and the revision of the database that it shows. */
    public record Edition(long revision, CalendarBook book) {}

    /** A book and the moment at which it was looked into, by the database's time. */
    public record AsOf(CalendarBook book, Instant now) {}

    /** What came of a change. */
    record Put(DatedCalendar calendar, boolean created) {}

    /** The book as it is now, whichever replica changed it last. Two statements, one more after a change. */
    public Uni<AsOf> asOfNow() {
        return sessions.apart(session ->
                current(session).flatMap(edition -> Sessions.now(session).map(now -> new AsOf(edition.book(), now))));
    }

    /** The same within a session. One statement, one more after a change. */
    public Uni<Edition> current(Session session) {
        return VERSIONS.revision(session)
                .flatMap(revision -> revision == latest.revision()
                        ? Uni.createFrom().item(latest)
                        : VERSIONS.all(session)
                                .map(versions -> new Edition(revision, book(versions)))
                                .invoke(edition -> latest = edition));
    }

    /** A book that holds these versions; no statement unless this replica has not seen them yet. */
    public Uni<CalendarBook> holding(Iterable<CalendarRef> refs) {
        CalendarBook book = latest.book();
        for (CalendarRef ref : refs) {
            if (!book.holds(ref)) {
                return sessions.apart(this::current).map(Edition::book);
            }
        }
        return Uni.createFrom().item(book);
    }

    /**
     * Makes this the calendar's latest version, unless it says what the latest says already.
     *
     * @param content the calendar; its version is given out here
     * @param expected the version that the author has seen, if he says
     * @throws ProblemException {@code invalid-field} or {@code calendar-never-opens} if it, or a calendar in which it is named,
     *     could not be worked by any more
     */
    Uni<Put> put(DatedCalendar content, Optional<Integer> expected) {
        String document = Documents.stored(CalendarWriter.write(content));
        return sessions.apart(session -> VERSIONS.write(session, content.ref().id(), document, expected)
                .call(written -> check(session, written.version()))
                .map(written -> new Put(read(written.version()), written.created())));
    }

    /**
     * Takes a calendar out of use.
     *
     * @throws ProblemException {@code not-found}, or {@code calendar-in-use} with the {@code policies} and {@code calendars} that
     *     go by it
     */
    Uni<Void> retire(String id, CalendarUsers users) {
        return sessions.apart(session -> retire(session, id, users));
    }

    /**
     * Takes out of use what came with the promise file and is not in it any more.
     *
     * @param named the ids of the calendars in the file
     * @throws ProblemException {@code calendar-in-use}
     */
    public Uni<Void> leaveOut(Session session, Collection<String> named, CalendarUsers users) {
        return VERSIONS.all(session).flatMap(versions -> {
            Uni<Void> retired = Uni.createFrom().voidItem();
            for (CalendarVersion version : Versions.latest(versions)) {
                if (version.fromFile() && !version.retired() && !named.contains(version.id())) {
                    retired = retired.chain(() -> retire(session, version.id(), users));
                }
            }
            return retired;
        });
    }

    private static Uni<Void> retire(Session session, String id, CalendarUsers users) {
        return VERSIONS.retire(session, id).chain(() -> VERSIONS.all(session)).flatMap(versions -> Sessions.now(session)
                .map(now -> wholeBook(versions).naming(id, now))
                .flatMap(naming -> users.goingBy(session, id).invoke(going -> {
                    if (!naming.isEmpty() || !going.isEmpty()) {
                        throw new ProblemException(ErrorCode.CALENDAR_IN_USE, id + " is gone by")
                                .with("policies", going)
                                .with("calendars", naming);
                    }
                }))
                .replaceWithVoid());
    }

    /** What comes with the promise file, within a session, whatever version there is. */
    public Uni<Void> write(Session session, DatedCalendar content) {
        return VERSIONS.writeFromFile(session, content.ref().id(), Documents.stored(CalendarWriter.write(content)))
                .call(written -> check(session, written.version()))
                .replaceWithVoid();
    }

    /** Nobody else changes a calendar meanwhile. The book is thrown away, as the change may still fail. */
    private static Uni<Void> check(Session session, CalendarVersion changed) {
        return session.flush().chain(() -> VERSIONS.all(session)).flatMap(versions -> Sessions.now(session)
                .invoke(now -> {
                    Combinations.flaw(wholeBook(versions), changed.id(), now).ifPresent(flaw -> {
                        throw Flaws.refusal(flaw, read(changed));
                    });
                })
                .replaceWithVoid());
    }

    private static CalendarBook wholeBook(List<CalendarVersion> versions) {
        return new CalendarBook(versions.stream().map(CalendarShelf::read).toList(), Versions.retired(versions));
    }

    private CalendarBook book(List<CalendarVersion> versions) {
        CalendarBook before = latest.book();
        return before.next(
                versions.stream()
                        .map(version -> before.find(ref(version)).orElseGet(() -> read(version)))
                        .toList(),
                Versions.retired(versions));
    }

    /** Calendars are never deleted: those that one names were there when it was written. */
    private static DatedCalendar read(CalendarVersion version) {
        return CalendarReader.read(ref(version), Documents.stored(version.document()), _ -> true);
    }

    private static CalendarRef ref(CalendarVersion version) {
        return new CalendarRef(version.id(), version.version());
    }
}
