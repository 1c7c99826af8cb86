package io.beforehand.http.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Ends a call with a refusal. For what is wrong with the call, not for bugs; so it carries no stack trace. */
public final class ProblemException extends RuntimeException {

    /** The member that says after how many seconds to come again; it becomes the header, too. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code().wireName(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ErrorCode code) {
        this(Problem.of(code));
    }

    /** @param detail what is wrong here; nothing that a customer wrote, no secret */
    public ProblemException(ErrorCode code, String detail) {
        this(new Problem(code, Optional.of(detail), Map.of()));
    }

    /**
     * Refuses one field.
     *
     * @param field its path in the body, such as {@code data.customer.id}, or the parameter's name
     * @param reason what it must be, such as {@code must not be empty}
     */
    public static ProblemException invalidField(String field, String reason) {
        return new ProblemException(ErrorCode.INVALID_FIELD, field + " " + reason)
                .with("field", field)
                .with("reason", reason);
    }

    /** The same refusal with one more member. */
    public ProblemException with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(problem.more());
        more.put(name, value);
        return new ProblemException(new Problem(problem.code(), problem.detail(), more));
    }

    public Problem problem() {
        return problem;
    }

    public ErrorCode code() {
        return problem.code();
    }
}
