package io.beforehand.intake.request.core;

import org.jspecify.annotations.Nullable;

/**
 * Something that came with a message, by reference: it is not fetched here.
 *
 * @param size in bytes, as the sender says
 */
public record Attachment(
        @Nullable String name,
        @Nullable String mediaType,
        @Nullable Long size,
        String url) {}
