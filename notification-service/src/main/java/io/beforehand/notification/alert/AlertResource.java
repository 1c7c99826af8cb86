package io.beforehand.notification.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.http.CurrentTrace;
import io.beforehand.http.Paging;
import io.beforehand.http.body.StrictJson;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.notification.field.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Shows alerts and takes what people say about them. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "on call")
public class AlertResource {

    private static final List<String> STATES = List.of("open", "acknowledged", "silenced", "resolved");
    private static final String SOMEBODY = "operator";
    private static final int MAX_BY = 200;

    private final AlertList list;
    private final Alerts alerts;
    private final ObjectMapper json;
    private final CurrentTrace trace;

    AlertResource(AlertList list, Alerts alerts, ObjectMapper json, CurrentTrace trace) {
        this.list = list;
        this.alerts = alerts;
        this.json = json;
        this.trace = trace;
    }

    /** @param next what to pass as {@code after} for the rest; missing at the end */
    public record AlertPage(List<AlertView> items, @Nullable String next) {}

    /** @param by who says so; {@code operator} when left out */
    public record Statement(@Nullable String by) {}

    @GET
    @Operation(summary = "Alerts, newest first")
    public Uni<AlertPage> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        if (state != null && !STATES.contains(state)) {
            throw ProblemException.invalidField("state", "must be one of " + String.join(", ", STATES));
        }
        int items = Paging.limit(limit);
        return list.page(state, after, items)
                .map(page -> new AlertPage(
                        page, page.size() < items ? null : page.getLast().id()));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Path("{id}/acknowledge")
    @Cancellable(false)
    @Operation(summary = "Takes care of it: no further word of it unless it gets worse")
    public Uni<AlertView> acknowledge(@PathParam("id") String id, byte[] body) throws IOException {
        return decide(id, body, AlertDecision::acknowledge);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Path("{id}/silence")
    @Cancellable(false)
    @Operation(summary = "No further word of it")
    public Uni<AlertView> silence(@PathParam("id") String id, byte[] body) throws IOException {
        return decide(id, body, AlertDecision::silence);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Path("{id}/resolve")
    @Cancellable(false)
    @Operation(summary = "Says that it is over")
    public Uni<AlertView> resolve(@PathParam("id") String id, byte[] body) throws IOException {
        return decide(id, body, AlertDecision::resolve);
    }

    private Uni<AlertView> decide(String id, byte[] body, BiFunction<Alert, String, AlertDecision> decision)
            throws IOException {
        String by = by(body);
        return alerts.decide(id, alert -> decision.apply(alert, by), trace.get())
                .map(found -> found.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)))
                .flatMap(alert -> list.one(alert.id()));
    }

    /** A call without a body, whatever its media type, is as good as one that does not say who. */
    private String by(byte[] body) throws IOException {
        if (body.length == 0) {
            return SOMEBODY;
        }
        StrictJson.check(body);
        String by = json.readValue(body, Statement.class).by();
        return by == null ? SOMEBODY : Fields.required("by", by, MAX_BY);
    }
}
