package io.beforehand.intake.ingest;

import io.beforehand.events.TraceContext;
import io.beforehand.http.CurrentTrace;
import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.request.RequestBook;
import io.beforehand.intake.request.core.Call;
import io.beforehand.intake.request.core.Defaults;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Takes CloudEvents: binary, structured and batched, from the operator or signed by the account of their source. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class EventsResource {

    private final Admission admission;
    private final CloudEventReader reader;
    private final RequestBook book;
    private final CurrentTrace trace;

    EventsResource(Admission admission, RequestBook book, CurrentTrace trace, IntakeConfig config) {
        this.admission = admission;
        this.reader = new CloudEventReader(config.maxEvents());
        this.book = book;
        this.trace = trace;
    }

    /** A batch is accepted whole or not at all. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @Cancellable(false)
    @Operation(summary = "Accepts one or several CloudEvents; 202 means that they are stored")
    public Uni<Response> post(@Context HttpHeaders headers, byte[] body) {
        MediaTypes.Mode mode = MediaTypes.mode(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        Credentials credentials = admission.credentials(headers, body);
        List<CloudEvent> events =
                switch (mode) {
                    case BINARY -> {
                        CloudEvent event = reader.binary(headers::getHeaderString, body);
                        admission.mustNameTheEvent(credentials, event);
                        yield List.of(event);
                    }
                    case STRUCTURED -> List.of(reader.structured(body));
                    case BATCHED -> reader.batched(body);
                };
        TraceContext context = trace.get();
        return admission
                .admit(credentials, events)
                .map(defaults -> new Call(
                        events.stream()
                                .map(event -> Submissions.of(event, defaults(defaults, event)))
                                .toList(),
                        context))
                .flatMap(book::submit)
                .map(verdict -> Response.accepted(AcceptedEvents.of(events, Answers.receipts(verdict)))
                        .build());
    }

    /**
     * Says that events may be sent here, as a sender asks before it does. It still has to sign them.
     *
     * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/http-webhook.md#4-abuse-protection">CloudEvents
     *     web hooks, abuse protection</a>
     */
    @OPTIONS
    @PermitAll
    @Operation(hidden = true)
    public Response handshake(@HeaderParam("WebHook-Request-Origin") @Nullable String origin) {
        Response.ResponseBuilder response = Response.ok().header(HttpHeaders.ALLOW, "POST, OPTIONS");
        if (origin != null) {
            response.header("WebHook-Allowed-Origin", origin).header("WebHook-Allowed-Rate", "*");
        }
        return response.build();
    }

    private static Defaults defaults(Map<String, Defaults> bySource, CloudEvent event) {
        return bySource.getOrDefault(event.source(), Defaults.NONE);
    }
}
