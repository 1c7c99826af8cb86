package io.beforehand.sla.report;

import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports; docs/reports.md says what counts and how. */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "reports")
public class ReportResource {

    private final AttainmentReader attainment;
    private final PauseReader pauses;

    ReportResource(AttainmentReader attainment, PauseReader pauses) {
        this.attainment = attainment;
        this.pauses = pauses;
    }

    @GET
    @Path("attainment")
    @Operation(summary = "How many promises were kept, and how long it took", description = """
                    Counts the clocks that came to a verdict in the period: met when what was promised was done, breached at the \
                    deadline, also while they still run. Cancelled, paused and running ones do not count. Seconds are working \
                    time by the clock's calendar from start to stop, pauses left out; `timed` says of how many, as a breached \
                    clock that nothing stopped has none. Percentiles are exact.""")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "A date, or a time with its offset; usually 30 days before `to`")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description =
                    "The first moment that does not count any more, a date or a time with its offset; usually now")
    @Parameter(
            name = "zone",
            in = ParameterIn.QUERY,
            description = "Whose days, weeks and months count, such as Europe/Berlin; usually UTC")
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description =
                    "Dimensions with commas between them: metric, channel, policy, team, agent, priority, hour, day, "
                            + "week, month; usually metric")
    @Parameter(name = "metric", in = ParameterIn.QUERY, description = "Counts this metric only")
    @Parameter(
            name = "within",
            in = ParameterIn.QUERY,
            description = "Adds `withinShare`: the share done within this working time, such as 30m")
    @Parameter(
            name = "target",
            in = ParameterIn.QUERY,
            description = "Adds `errorBudget`: percent that are to be kept, such as 95")
    public Uni<Attainment> attainment(@Context UriInfo call) {
        Parameters parameters = new Parameters(call.getQueryParameters(), AttainmentQuestion.PARAMETERS);
        return attainment.read(now -> AttainmentQuestion.of(parameters, now));
    }

    @GET
    @Path("pauses")
    @Operation(
            summary = "Requests that were paused just before a deadline, at least twice",
            description = "With who had them, the reason, and the working time gained; totals by agent and reason")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "A date, or a time with its offset; usually 30 days before `to`")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The first moment that does not count any more; usually now")
    @Parameter(name = "zone", in = ParameterIn.QUERY, description = "Whose dates are meant; usually UTC")
    @Parameter(
            name = "within",
            in = ParameterIn.QUERY,
            description = "Share of the goal that was left at the most when the pause began; usually 10%")
    public Uni<PauseReport> pauses(@Context UriInfo call) {
        Parameters parameters = new Parameters(call.getQueryParameters(), PauseQuestion.PARAMETERS);
        return pauses.read(now -> PauseQuestion.of(parameters, now));
    }
}
