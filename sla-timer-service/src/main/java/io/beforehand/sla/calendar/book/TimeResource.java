package io.beforehand.sla.calendar.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.sla.book.Documents;
import io.beforehand.time.BusinessCalendar;
import io.beforehand.time.DueTooFarException;
import io.beforehand.time.DurationText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers questions about working time, by a calendar that is kept or one that comes with the question. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "working time")
public class TimeResource {

    /** Longer than any request lives; bounds what one call may cost. */
    private static final Duration LONGEST_SPAN = Duration.ofDays(50 * 366);

    private final CalendarShelf shelf;

    TimeResource(CalendarShelf shelf) {
        this.shelf = shelf;
    }

    public record Due(Instant due) {}

    /** @param seconds whole, or with a fraction where the question had one */
    public record Elapsed(Number seconds) {}

    @POST
    @Path("due")
    @Operation(summary = "When so much working time will have passed")
    public Uni<Due> due(byte[] body) {
        JsonNode question = Documents.json(body);
        return shelf.asOfNow().map(asOf -> due(new TimeQuestion(question, Set.of("start", "goal"), asOf)));
    }

    @POST
    @Path("elapsed")
    @Operation(summary = "How much working time passes between two moments")
    public Uni<Elapsed> elapsed(byte[] body) {
        JsonNode question = Documents.json(body);
        return shelf.asOfNow().map(asOf -> elapsed(new TimeQuestion(question, Set.of("from", "to"), asOf)));
    }

    private static Due due(TimeQuestion question) {
        Instant start = question.required("start", Moments::parse, Instant.EPOCH);
        Duration goal = question.required("goal", TimeResource::goal, Duration.ZERO);
        BusinessCalendar calendar = question.calendar(start);
        try {
            Instant due = calendar.due(start, goal);
            if (Duration.between(start, due).compareTo(BusinessCalendar.LONGEST_AHEAD) <= 0) {
                return new Due(due);
            }
        } catch (DueTooFarException _) {
            // said below
        }
        throw new ProblemException(ErrorCode.DUE_TOO_FAR);
    }

    private static Elapsed elapsed(TimeQuestion question) {
        Instant from = question.required("from", Moments::parse, Instant.EPOCH);
        Instant to = question.required("to", Moments::parse, Instant.EPOCH);
        BusinessCalendar calendar = question.calendar(from);
        if (Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
            question.refuse("to", "must be within 50 years after from");
        }
        Duration elapsed = calendar.elapsed(from, to);
        return new Elapsed(
                elapsed.getNano() == 0
                        ? (Number) elapsed.toSeconds()
                        : BigDecimal.valueOf(elapsed.toNanos(), 9).stripTrailingZeros());
    }

    private static Duration goal(String text) {
        Duration goal = DurationText.parse(text);
        if (goal.isNegative()) {
            throw new IllegalArgumentException("must not be negative");
        }
        return goal;
    }
}
