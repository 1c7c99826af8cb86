package io.beforehand.sla.waiver;

import io.beforehand.events.ClockRef;
import io.beforehand.http.Paging;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Waivers: asked for by one person, decided by another. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "waivers")
public class WaiverResource {

    private static final Set<String> STATES = Set.of("pending", "approved", "rejected");

    private final WaiverDesk desk;

    WaiverResource(WaiverDesk desk) {
        this.desk = desk;
    }

    /** @param next what to pass as {@code after} for the rest; missing at the end */
    public record WaiverPage(List<WaiverView> items, Optional<Long> next) {

        public WaiverPage {
            items = List.copyOf(items);
        }

        static WaiverPage of(List<WaiverRows.Stored> waivers, int limit) {
            return new WaiverPage(
                    waivers.stream()
                            .map(stored -> WaiverView.of(stored.waiver()))
                            .toList(),
                    waivers.size() < limit
                            ? Optional.empty()
                            : Optional.of(waivers.getLast().id()));
        }
    }

    @GET
    @Path("waivers")
    @Operation(summary = "Waivers in a state: pending, approved or rejected; the oldest first")
    public Uni<WaiverPage> list(
            @QueryParam("state") @DefaultValue("pending") String state,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @Nullable String limit) {
        if (!STATES.contains(state)) {
            throw ProblemException.invalidField("state", "must be one of approved, pending, rejected");
        }
        int items = Paging.limit(limit);
        return desk.in(state, Paging.number("after", after, 0, Long.MAX_VALUE), items)
                .map(waivers -> WaiverPage.of(waivers, items));
    }

    @POST
    @Path("clocks/{id}/waiver")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(summary = "Asks for a breach to be excused: {by, reason}")
    public Uni<Response> ask(@PathParam("id") String id, @Context SecurityContext caller, byte[] body) {
        WaiverForm.Asked asked = form(body, Set.of("by", "reason"), caller).asked();
        return desk.ask(clock(id), asked.by(), asked.reason())
                .map(waiver -> Response.accepted(WaiverView.of(waiver)).build());
    }

    @POST
    @Path("clocks/{id}/waiver/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(summary = "Excuses the breach: {by}, who must be another person than the one who asked")
    public Uni<WaiverView> approve(@PathParam("id") String id, @Context SecurityContext caller, byte[] body) {
        return desk.approve(clock(id), form(body, Set.of("by"), caller).by()).map(WaiverView::of);
    }

    @POST
    @Path("clocks/{id}/waiver/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(summary = "Lets the breach stand: {by}; who asked may take it back in this way")
    public Uni<WaiverView> reject(@PathParam("id") String id, @Context SecurityContext caller, byte[] body) {
        return desk.reject(clock(id), form(body, Set.of("by"), caller).by()).map(WaiverView::of);
    }

    private static WaiverForm form(byte[] body, Set<String> known, SecurityContext caller) {
        return new WaiverForm(body, known, caller.getUserPrincipal().getName());
    }

    private static ClockRef clock(String id) {
        return ClockRef.parse(id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }
}
