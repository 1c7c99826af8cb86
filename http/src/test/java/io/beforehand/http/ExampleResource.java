package io.beforehand.http;

import io.beforehand.events.Priority;
import io.beforehand.http.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a service might offer. */
@Path("/v1/examples")
public class ExampleResource {

    record Example(
            String name,
            int count,
            @Nullable Priority priority,
            @Nullable List<String> tags) {
        Example {
            if (count < 0) {
                throw new IllegalArgumentException("count must not be negative");
            }
        }
    }

    private final CurrentTrace trace;

    ExampleResource(CurrentTrace trace) {
        this.trace = trace;
    }

    @GET
    public void closedByDefault() {}

    @POST
    @Path("echo")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    public Uni<Example> echo(Example example) {
        return Uni.createFrom().item(example);
    }

    @POST
    @Path("bytes")
    @PermitAll
    public Uni<Integer> bytes(byte[] body) {
        return Uni.createFrom().item(body.length);
    }

    @GET
    @Path("trace")
    @PermitAll
    public Map<String, String> trace() {
        return Map.of("traceparent", trace.get().traceparent());
    }

    @GET
    @Path("page")
    @PermitAll
    public int page(@QueryParam("limit") @Nullable String limit) {
        return Paging.limit(limit);
    }

    @GET
    @Path("bug")
    @PermitAll
    public Uni<String> bug() {
        return Uni.createFrom().failure(new IllegalArgumentException("what the customer wrote"));
    }

    @GET
    @Path("outage")
    @PermitAll
    public Uni<String> outage() {
        return Uni.createFrom().failure(new IllegalStateException(new IOException("connection refused")));
    }
}
