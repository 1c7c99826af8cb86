package io.beforehand.intake.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.CurrentTrace;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.intake.request.RequestBook;
import io.beforehand.intake.request.core.Call;
import io.beforehand.intake.request.core.Command;
import io.beforehand.intake.request.core.EventKey;
import io.beforehand.intake.request.core.Identity;
import io.beforehand.intake.request.core.Receipt;
import io.beforehand.intake.request.core.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Answers and changes requests. An {@code Idempotency-Key} makes a repeated call count once, as an event's id does. */
@Path("/v1/requests/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "requests")
public class CommandResource {

    /** No event can have this source, since it is no URI reference. */
    private static final String KEYS = "idempotency key";

    private static final int MAX_KEY = 256;

    private final RequestBook book;
    private final CurrentTrace trace;

    CommandResource(RequestBook book, CurrentTrace trace) {
        this.book = book;
        this.trace = trace;
    }

    /**
     * What became of a command.
     *
     * @param outcome recorded, ignored or duplicate
     */
    public record Recorded(String requestId, @Nullable String messageId, String outcome) {

        static Recorded of(Receipt receipt) {
            return new Recorded(
                    Objects.requireNonNull(receipt.requestId()),
                    receipt.messageId(),
                    receipt.outcome().wireName());
        }
    }

    @POST
    @Path("replies")
    @Cancellable(false)
    @Operation(summary = "Replies to the customer, or leaves a note for colleagues")
    public Uni<Response> reply(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, JsonNode body) {
        return submit("reply", id, key, body, Commands.reply(Commands.request(id), Fields.of(body, "")))
                .map(recorded -> Response.accepted(recorded).build());
    }

    @POST
    @Path("status")
    @Cancellable(false)
    @Operation(summary = "Sets the status of a request")
    public Uni<Recorded> status(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, JsonNode body) {
        return submit("status", id, key, body, Commands.setStatus(Commands.request(id), Fields.of(body, "")));
    }

    @POST
    @Path("change")
    @Cancellable(false)
    @Operation(summary = "Sets priority, tier, category or team of a request")
    public Uni<Recorded> change(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, JsonNode body) {
        return submit("change", id, key, body, Commands.reclassify(Commands.request(id), Fields.of(body, "")));
    }

    @POST
    @Path("merge")
    @Cancellable(false)
    @Operation(summary = "Closes the request, as it goes on in another one")
    public Uni<Recorded> merge(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, JsonNode body) {
        return submit("merge", id, key, body, Commands.mergeRequest(id, Fields.of(body, "")));
    }

    private Uni<Recorded> submit(String kind, String id, @Nullable String key, JsonNode body, Command command) {
        Identity identity = key == null
                ? new Identity.Anonymous()
                : new Identity.Named(new EventKey(KEYS, checked(key)), Fingerprints.of(kind, id, body));
        return book.submit(new Call(List.of(new Submission(identity, null, command)), trace.get()))
                .map(verdict -> Recorded.of(Answers.receipts(verdict).getFirst()));
    }

    private static String checked(String key) {
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw ProblemException.invalidField("Idempotency-Key", "must have 1 to " + MAX_KEY + " characters");
        }
        return key;
    }
}
