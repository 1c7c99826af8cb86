package io.beforehand.notification.template;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.notification.field.Fields;
import io.beforehand.notification.language.Language;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Sets and shows the wording of messages, per channel and language. */
@Path("/v1/templates/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "templates")
public class TemplateResource {

    private final Templates templates;

    TemplateResource(Templates templates) {
        this.templates = templates;
    }

    @GET
    @Operation(summary = "A template that replaces shipped wording")
    public Uni<TemplateBody> get(@PathParam("id") String id) {
        return templates.read(id).map(template -> template.map(TemplateBody::of)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(summary = "Replaces shipped wording, for a channel or for all")
    public Uni<TemplateBody> put(@PathParam("id") String id, TemplateBody body) {
        Wording.Use use = new Wording.Use(kind(body.kind()), channel(body.channel()), language(body.locale()));
        String text = Fields.required("text", body.text(), TextTemplate.MAX_LENGTH);
        try {
            TextTemplate.parse(text, use.kind().places());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalidField("text", String.valueOf(e.getMessage()));
        }
        Fields.id("id", id);
        return templates
                .taken(id, use)
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ErrorCode.VERSION_CONFLICT, "another template is for this kind, channel and locale");
                    }
                })
                .chain(() -> templates.put(id, use, text))
                .map(TemplateBody::of);
    }

    private static TemplateKind kind(@Nullable String value) {
        return TemplateKind.of(Fields.required("kind", value, 64))
                .orElseThrow(() -> ProblemException.invalidField("kind", "must be acknowledgement or update"));
    }

    private static String channel(@Nullable String value) {
        return value == null ? Wording.Use.ANY_CHANNEL : Fields.channel(value).wireName();
    }

    private static Language language(@Nullable String value) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(value))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalidField("locale", "must be zh-CN, zh-TW or en"));
    }
}
