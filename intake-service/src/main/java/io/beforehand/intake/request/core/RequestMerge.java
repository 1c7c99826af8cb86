package io.beforehand.intake.request.core;

import org.jspecify.annotations.Nullable;

/**
 * A request's history goes on in another, as both were about one matter.
 *
 * @param by who found that out, if he said so
 */
public record RequestMerge(
        String from, String into, @Nullable String by) {}
