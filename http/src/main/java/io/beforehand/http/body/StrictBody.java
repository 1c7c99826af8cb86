package io.beforehand.http.body;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every body: bounds its size, whether it was announced or comes in chunks, and checks JSON before it is bound.
 * An endpoint that takes {@code byte[]} gets the bytes as they came, to verify a signature on them first.
 */
@Provider
public class StrictBody implements ReaderInterceptor {

    /** Asked late: Quarkus makes this one before there is a configuration. */
    private final Instance<BodyConfig> config;

    StrictBody(Instance<BodyConfig> config) {
        this.config = config;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "compressed bodies are not accepted");
        }
        int limit = Math.toIntExact(config.get().limit().asLongValue());
        byte[] body = context.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new ProblemException(ErrorCode.BODY_TOO_LARGE);
        }
        boolean bound = context.getType() != byte[].class && isJson(context.getMediaType());
        if (bound) {
            StrictJson.check(body);
        }
        context.setInputStream(new ByteArrayInputStream(body));
        Object value = context.proceed();
        if (bound && value == null && body.length > 0) {
            throw ProblemException.invalidField("body", "must be an object");
        }
        return value;
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }
}
