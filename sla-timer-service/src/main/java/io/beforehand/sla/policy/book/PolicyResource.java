package io.beforehand.sla.policy.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.sla.book.Documents;
import io.beforehand.sla.book.Problems.Problem;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.PolicyBook;
import io.beforehand.sla.policy.PolicyRef;
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

/** The policies: what is promised to which requests. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "policies")
public class PolicyResource {

    static final String YAML = "application/yaml";

    private final PolicyShelf shelf;
    private final PolicyDrafts drafts;

    PolicyResource(PolicyShelf shelf, PolicyDrafts drafts) {
        this.shelf = shelf;
        this.drafts = drafts;
    }

    @GET
    @Operation(summary = "The policies in force, in the order in which they are tried")
    public Uni<Map<String, List<ObjectNode>>> list() {
        return shelf.current()
                .map(book -> Map.of(
                        "items",
                        book.inForce().stream().map(PolicyResource::shown).toList()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A policy's latest version, or the version asked for, be it in use or not")
    public Uni<ObjectNode> get(@PathParam("id") String id, @QueryParam("version") @Nullable String version) {
        return shelf.current().map(book -> find(book, id, version)
                .map(policy -> shown(policy, book))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    @DELETE
    @Path("{id}")
    @Cancellable(false)
    @Operation(
            summary =
                    "Takes a policy out of use: requests opened after the answer do not get it, those that have it keep it")
    public Uni<Void> delete(@PathParam("id") String id) {
        return shelf.current().chain(() -> shelf.retire(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(summary = "Makes a new version, which counts for every request opened after the answer")
    public Uni<Response> put(@PathParam("id") String id, byte[] body) {
        return put(id, Documents.json(body));
    }

    @PUT
    @Path("{id}")
    @Consumes(YAML)
    @Cancellable(false)
    @Operation(hidden = true)
    public Uni<Response> putYaml(@PathParam("id") String id, byte[] body) {
        return put(id, Documents.yaml(body));
    }

    private Uni<Response> put(String id, JsonNode document) {
        Optional<Integer> expected = Optional.ofNullable(document.get("version"))
                .filter(JsonNode::isInt)
                .map(JsonNode::intValue);
        return drafts.read(id, document)
                .call(shelf::current)
                .flatMap(policy -> shelf.put(policy, expected))
                .map(put -> Response.status(put.created() ? 201 : 200)
                        .entity(shown(put))
                        .build());
    }

    private static Optional<Policy> find(PolicyBook book, String id, @Nullable String version) {
        if (version == null) {
            return book.latest(id);
        }
        if (!version.matches("[1-9]\\d{0,8}")) {
            throw ProblemException.invalidField("version", "must be a number from 1 on");
        }
        return book.find(new PolicyRef(id, Integer.parseInt(version)));
    }

    private static ObjectNode shown(Policy policy, PolicyBook book) {
        ObjectNode shown = shown(policy);
        if (book.isRetired(policy.ref().id())) {
            shown.put("retired", true);
        }
        return shown;
    }

    private static ObjectNode shown(PolicyShelf.Put put) {
        ObjectNode shown = shown(put.policy());
        if (!put.gaps().isEmpty()) {
            shown.putPOJO("gaps", Gaps.shown(put.gaps()));
        }
        return shown;
    }

    private static ObjectNode shown(Policy policy) {
        ObjectNode shown = PolicyWriter.write(policy);
        shown.put("version", policy.ref().version());
        List<Problem> notes = Notes.of(policy);
        if (!notes.isEmpty()) {
            shown.putPOJO("notes", notes);
        }
        return shown;
    }
}
