package io.beforehand.http.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** {@code beforehand_http_problems_total}: how often each code was answered. */
@Startup
@Singleton
class ProblemMetrics {

    private final Map<ErrorCode, Counter> problems = new EnumMap<>(ErrorCode.class);

    ProblemMetrics(MeterRegistry registry) {
        for (ErrorCode code : ErrorCode.values()) {
            problems.put(
                    code,
                    Counter.builder("beforehand.http.problems")
                            .description("Refused calls by code")
                            .tag("code", code.wireName())
                            .register(registry));
        }
    }

    void count(ErrorCode code) {
        Objects.requireNonNull(problems.get(code)).increment();
    }
}
