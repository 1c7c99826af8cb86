package io.beforehand.intake.request.core;

import org.jspecify.annotations.Nullable;

/**
 * Something that came with a message, by reference: it is not fetched here.
 *
 * @param size in bytes, as the sender says
 * @param url where it is; missing where it has to be asked for by its id
 * @param id by which the channel knows it
 */
public record Attachment(
        @Nullable String name,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable String url,
        @Nullable String id) {

    /** One that only its address is known of. */
    public Attachment(@Nullable String name, @Nullable String mediaType, @Nullable Long size, String url) {
        this(name, mediaType, size, url, null);
    }
}
