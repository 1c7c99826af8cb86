package io.beforehand.intake.view;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What came with a mail, as its sender made it: a stranger's file, so browsers are told to save it and neither to guess what it is
 * nor to run it.
 */
@Path("/v1/requests/{id}/messages/{messageId}")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "mails")
public class MailPartResource {

    private static final String TEXT = "text/plain; charset=UTF-8";

    private final MailViews views;

    MailPartResource(MailViews views) {
        this.views = views;
    }

    @GET
    @Path("attachments/{n: [0-9]{1,4}}")
    @Operation(summary = "A file that came with a mail")
    public Uni<Response> attachment(
            @PathParam("id") String id, @PathParam("messageId") String messageId, @PathParam("n") int n) {
        return found(id, messageId, (request, message) -> views.attachment(request, message, n))
                .map(file -> safely(file.content, file.mediaType)
                        .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(file.name))
                        .build());
    }

    @GET
    @Path("whole")
    @Operation(summary = "The text of a mail with everything quoted in it")
    public Uni<Response> whole(@PathParam("id") String id, @PathParam("messageId") String messageId) {
        return found(id, messageId, views::whole).map(text -> safely(text, TEXT).build());
    }

    private static <T> Uni<T> found(String id, String messageId, BiFunction<UUID, UUID, Uni<Optional<T>>> query) {
        return query.apply(
                        Ids.parse(id).orElse(Ids.NOBODY), Ids.parse(messageId).orElse(Ids.NOBODY))
                .map(found -> found.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    private static Response.ResponseBuilder safely(Object content, String mediaType) {
        return Response.ok(content, mediaType)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }
}
