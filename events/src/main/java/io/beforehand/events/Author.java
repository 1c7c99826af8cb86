package io.beforehand.events;

import org.jspecify.annotations.Nullable;

/** Who wrote a message. */
public record Author(
        AuthorKind kind, @Nullable String id, @Nullable String name) {}
