package io.beforehand.sla.policy.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.Problem;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.calendar.PinnedCalendar;
import io.beforehand.sla.calendar.book.CalendarShelf;
import io.beforehand.sla.calendar.book.CalendarShelf.AsOf;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.PolicyRef;
import io.beforehand.sla.policy.book.PolicyReader.Read;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads policies that are not in force yet, and checks that they could be. */
@ApplicationScoped
public class PolicyDrafts {

    private final CalendarShelf calendars;

    PolicyDrafts(CalendarShelf calendars) {
        this.calendars = calendars;
    }

    /**
     * The policy under version 0, with its calendar as it is now.
     *
     * @return fails with {@link ProblemException} {@code policy-invalid} and all that is wrong with it
     */
    public Uni<Policy> read(String id, JsonNode document) {
        return calendars.asOfNow().map(asOf -> read(id, document, asOf));
    }

    /**
     * The same by these calendars.
     *
     * @throws ProblemException {@code policy-invalid} and all that is wrong with it
     */
    public static Policy read(String id, JsonNode document, AsOf asOf) {
        PolicyRef ref = new PolicyRef(id, 0);
        return switch (PolicyReader.read(ref, document, name -> calendar(name, asOf))) {
            case Read.Invalid(var problems) -> throw invalid(problems);
            case Read.Valid(Policy policy) -> {
                List<Problems.Problem> tooFar = Reach.problems(policy, asOf.now());
                if (!tooFar.isEmpty()) {
                    throw invalid(tooFar);
                }
                yield policy;
            }
        };
    }

    /**
     * Whoever takes a calendar out of use may have been quicker than the author of a policy that names it.
     *
     * @throws ProblemException {@code policy-invalid}
     */
    static void refuseUnknown(PinnedCalendar calendar, CalendarBook book) {
        if (!book.knows(calendar.id())) {
            throw invalid(List.of(new Problems.Problem("calendar", PolicyReader.NO_CALENDAR)));
        }
    }

    private static Optional<PinnedCalendar> calendar(String id, AsOf asOf) {
        return asOf.book().knows(id) ? asOf.book().inForce(id, asOf.now()) : Optional.empty();
    }

    private static ProblemException invalid(List<Problems.Problem> problems) {
        return new ProblemException(
                new Problem(ErrorCode.POLICY_INVALID, Optional.empty(), Map.of("problems", problems)));
    }
}
