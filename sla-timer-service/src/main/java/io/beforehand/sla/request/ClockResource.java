package io.beforehand.sla.request;

import io.beforehand.events.Channel;
import io.beforehand.events.ClockRef;
import io.beforehand.http.Paging;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.sla.clock.Arithmetic;
import io.beforehand.sla.clock.Explanation;
import io.beforehand.time.DurationText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The clocks: of a request, one explained, and those in danger. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "clocks")
public class ClockResource {

    private final ClockReader reader;

    ClockResource(ClockReader reader) {
        this.reader = reader;
    }

    public record Clocks(List<ClockView> clocks) {}

    /** @param complete whether the arithmetic is whole; the first hundred stretches are shown */
    public record Explained(
            String id, List<Explanation.Step> steps, List<Arithmetic.Line> arithmetic, boolean complete) {}

    public record AtRisk(List<ClockReader.AtRisk> items) {}

    @GET
    @Path("requests/{id}/clocks")
    @Operation(summary = "Every clock of a request, past cycles included")
    public Uni<Clocks> clocks(@PathParam("id") String id) {
        return reader.clocks(id)
                .map(clocks -> new Clocks(clocks.orElseThrow(() -> new ProblemException(ErrorCode.REQUEST_UNKNOWN))));
    }

    @GET
    @Path("clocks/{id}/explain")
    @Operation(summary = "How a clock came to stand where it stands, step by step")
    public Uni<Explained> explain(@PathParam("id") String id) {
        ClockRef clock = ClockRef.parse(id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        return reader.explain(clock).map(found -> {
            Explanation explanation = found.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            Arithmetic arithmetic = explanation.arithmetic();
            return new Explained(id, explanation.steps(), arithmetic.lines(), arithmetic.complete());
        });
    }

    @GET
    @Path("at-risk")
    @Operation(summary = "Running clocks whose deadline is near, the nearest first")
    public Uni<AtRisk> atRisk(
            @QueryParam("within") @DefaultValue("15m") String within,
            @QueryParam("team") @Nullable String team,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("limit") @Nullable String limit) {
        Duration ahead = parameter("within", () -> DurationText.parse(within));
        Optional<String> known = Optional.ofNullable(channel)
                .map(name -> parameter("channel", () -> Channel.of(name)).wireName());
        return reader.atRisk(ahead, team, known.orElse(null), Paging.limit(limit))
                .map(AtRisk::new);
    }

    private static <T> T parameter(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidField(name, String.valueOf(e.getMessage()));
        }
    }
}
