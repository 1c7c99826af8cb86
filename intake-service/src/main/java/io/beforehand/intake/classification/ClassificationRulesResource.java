package io.beforehand.intake.classification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The rules by which messages are classified, one document. */
@Path("/v1/classification-rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "classification rules")
public class ClassificationRulesResource {

    private final RuleShelf shelf;

    ClassificationRulesResource(RuleShelf shelf) {
        this.shelf = shelf;
    }

    @GET
    @Operation(summary = "The rules that hold, or the version asked for; 0 is what was shipped")
    public Uni<ObjectNode> get(@QueryParam("version") @Nullable String version) {
        if (version != null && !version.matches("\\d{1,9}")) {
            throw ProblemException.invalidField("version", "must be a number from 0 on");
        }
        return shelf.find(Optional.ofNullable(version).map(Integer::valueOf));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(
            summary =
                    "Replaces the rules for every request opened after the answer; with a version only if that one holds")
    public Uni<ObjectNode> put(byte[] body) {
        return put(Documents.json(body));
    }

    @PUT
    @Consumes("application/yaml")
    @Cancellable(false)
    @Operation(hidden = true)
    public Uni<ObjectNode> putYaml(byte[] body) {
        return put(Documents.yaml(body));
    }

    private Uni<ObjectNode> put(JsonNode document) {
        RuleReader.read(0, document);
        return shelf.put(document, expected(document.path("version")));
    }

    private static Optional<Integer> expected(JsonNode version) {
        if (version.isMissingNode() || version.isNull()) {
            return Optional.empty();
        }
        if (!version.isInt()) {
            throw ProblemException.invalidField("version", "must be the number of the version that is replaced");
        }
        return Optional.of(version.intValue());
    }
}
