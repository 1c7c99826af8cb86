package io.beforehand.intake.request.core;

import org.jspecify.annotations.Nullable;

/** What a channel account fills in where a message does not say. */
public record Defaults(
        @Nullable String locale,
        @Nullable String team,
        @Nullable String tier) {

    public static final Defaults NONE = new Defaults(null, null, null);
}
