package io.beforehand.sla.calendar.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.sla.book.Documents;
import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.calendar.CalendarRef;
import io.beforehand.sla.calendar.DatedCalendar;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The calendars: when working time passes. */
@Path("/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "calendars")
public class CalendarResource {

    private final CalendarShelf shelf;
    private final CalendarUsers users;

    CalendarResource(CalendarShelf shelf, CalendarUsers users) {
        this.shelf = shelf;
        this.users = users;
    }

    @GET
    @Operation(summary = "The latest version of every calendar, by id")
    public Uni<Map<String, List<ObjectNode>>> list() {
        return shelf.asOfNow()
                .map(asOf -> Map.of(
                        "items",
                        asOf.book().latest().stream()
                                .map(CalendarResource::shown)
                                .toList()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A calendar's latest version, or the version asked for, be it in use or not")
    public Uni<ObjectNode> get(@PathParam("id") String id, @QueryParam("version") @Nullable String version) {
        return shelf.asOfNow().map(asOf -> find(asOf.book(), id, version)
                .map(calendar -> shown(calendar, asOf.book()))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(
            summary =
                    "Makes a new version, which counts for every request opened after the answer, or from effectiveFrom on")
    public Uni<Response> put(@PathParam("id") String id, byte[] body) {
        JsonNode document = Documents.json(body);
        Optional<Integer> expected = Optional.ofNullable(document.get("version"))
                .filter(JsonNode::isInt)
                .map(JsonNode::intValue);
        return shelf.asOfNow()
                .map(asOf -> CalendarReader.read(new CalendarRef(id, 0), document, asOf.book()::knows))
                .flatMap(content -> shelf.put(content, expected))
                .map(put -> Response.status(put.created() ? 201 : 200)
                        .entity(shown(put.calendar()))
                        .build());
    }

    @DELETE
    @Path("{id}")
    @Cancellable(false)
    @Operation(
            summary =
                    "Takes a calendar out of use, if no policy and no calendar in use goes by it; clocks that do go on")
    public Uni<Void> delete(@PathParam("id") String id) {
        return shelf.retire(id, users);
    }

    private static Optional<DatedCalendar> find(CalendarBook book, String id, @Nullable String version) {
        if (version == null) {
            return book.latest(id);
        }
        if (!version.matches("[1-9]\\d{0,8}")) {
            throw ProblemException.invalidField("version", "must be a number from 1 on");
        }
        return book.find(new CalendarRef(id, Integer.parseInt(version)));
    }

    private static ObjectNode shown(DatedCalendar calendar, CalendarBook book) {
        ObjectNode shown = shown(calendar);
        if (book.isRetired(calendar.ref().id())) {
            shown.put("retired", true);
        }
        return shown;
    }

    private static ObjectNode shown(DatedCalendar calendar) {
        ObjectNode shown = CalendarWriter.write(calendar);
        shown.put("version", calendar.ref().version());
        return shown;
    }
}
