package io.beforehand.intake.request.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request's history goes on in another, as both were about one matter.
 *
 * @param by who found that out, if he said so
 * @param settledAt until when the other was settled by then: nothing up to there answers what it takes in
 */
public record RequestMerge(
        String from, String into, @Nullable String by, Instant settledAt) {}
