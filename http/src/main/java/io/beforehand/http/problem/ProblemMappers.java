package io.beforehand.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.beforehand.messaging.transaction.FailureClass;
import io.beforehand.messaging.transaction.Failures;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a call into a problem. What nobody expected is logged by kind and place, never by its message. */
class ProblemMappers {

    private static final String RETRY_AFTER_SECONDS = "1";

    /** Asked late: Quarkus makes mappers before there is a registry. */
    private final Instance<ProblemMetrics> metrics;

    ProblemMappers(Instance<ProblemMetrics> metrics) {
        this.metrics = metrics;
    }

    @ServerExceptionMapper
    Response refused(ProblemException refusal) {
        return response(refusal.problem());
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response tokenMissingOrWrong() {
        return response(Problem.of(ErrorCode.TOKEN_INVALID));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refusal) {
        return response(Problem.of(ErrorCode.NOT_ALLOWED));
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatch) {
        return response(Binding.problem(mismatch));
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException failure) {
        return switch (failure.getCause()) {
            case ProblemException refusal -> refused(refusal);
            case JsonMappingException mismatch -> response(Binding.problem(mismatch));
            case JsonProcessingException _ -> response(Problem.of(ErrorCode.MALFORMED_JSON));
            case null, default -> {
                int status = failure.getResponse().getStatus();
                yield status < 400 ? failure.getResponse() : response(Problem.of(ErrorCode.ofStatus(status)));
            }
        };
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        if (FailureClass.of(failure) == FailureClass.RETRY) {
            Log.warnf("Storage unavailable failure=%s", Failures.describe(failure));
            return response(Problem.of(ErrorCode.STORAGE_UNAVAILABLE));
        }
        Log.errorf("Unexpected failure of a call failure=%s", Failures.trace(failure));
        return response(Problem.of(ErrorCode.INTERNAL_ERROR));
    }

    private Response response(Problem problem) {
        metrics.get().count(problem.code());
        Response.ResponseBuilder response = Response.status(problem.code().status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json());
        switch (problem.code()) {
            case STORAGE_UNAVAILABLE, RATE_LIMITED ->
                response.header(
                        HttpHeaders.RETRY_AFTER,
                        problem.more().getOrDefault(ProblemException.RETRY_AFTER, RETRY_AFTER_SECONDS));
            case TOKEN_INVALID -> response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            // What is left of the body is not read.
            case BODY_TOO_LARGE -> response.header("Connection", "close");
            default -> {}
        }
        return response.build();
    }
}
