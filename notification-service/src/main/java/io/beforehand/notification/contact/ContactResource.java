package io.beforehand.notification.contact;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.notification.field.Fields;
import io.beforehand.notification.field.MailFields;
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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Sets and shows who is on call. The contact {@code default} receives every alert. */
@Path("/v1/contacts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "on call")
public class ContactResource {

    private static final int MAX_NAME = 200;
    private static final int MAX_METHODS = 10;

    private final Contacts contacts;

    ContactResource(Contacts contacts) {
        this.contacts = contacts;
    }

    @GET
    @Operation(summary = "Somebody on call, and how to reach them")
    public Uni<ContactView> get(@PathParam("id") String id) {
        return contacts.read(id).map(contact -> contact.map(ContactView::of)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(summary = "Sets how to reach somebody on call")
    public Uni<ContactView> put(@PathParam("id") String id, ContactBody body) {
        String name = Fields.required("name", body.name(), MAX_NAME);
        Language language = Language.of(body.locale(), Language.ENGLISH);
        return contacts.put(Fields.id("id", id), name, language, methods(body)).map(ContactView::of);
    }

    private static List<ContactBody.Method> methods(ContactBody body) {
        List<ContactBody.Method> methods = body.methods() == null ? List.of() : body.methods();
        if (methods.size() > MAX_METHODS) {
            throw ProblemException.invalidField("methods", "must not be more than " + MAX_METHODS);
        }
        List<ContactBody.Method> checked = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            String field = "methods[" + i + "].";
            checked.add(checked(field, methods.get(i)));
        }
        return checked;
    }

    private static ContactBody.Method checked(String field, ContactBody.Method method) {
        MethodType type = MethodType.of(method.type())
                .orElseThrow(() -> ProblemException.invalidField(field + "type", "must be webhook or email"));
        return switch (type) {
            case WEBHOOK -> {
                Fields.secret(field + "secret", method.secret());
                yield new ContactBody.Method(
                        type.wireName(), Fields.url(field + "address", method.address()), method.secret());
            }
            case EMAIL ->
                new ContactBody.Method(type.wireName(), MailFields.mailbox(field + "address", method.address()), "");
        };
    }
}
