package io.beforehand.http.body;

import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses NUL in paths and queries, which no database takes. Broken UTF-8 there is no concern: decoding replaces it. */
class SoundAddress {

    private static final String NUL = "%00";

    @ServerRequestFilter(preMatching = true)
    void check(UriInfo address) {
        URI uri = address.getRequestUri();
        if (holdsNul(uri.getRawPath()) || holdsNul(uri.getRawQuery())) {
            throw new ProblemException(ErrorCode.INVALID_TEXT);
        }
    }

    private static boolean holdsNul(@Nullable String part) {
        return part != null && part.contains(NUL);
    }
}
