package io.beforehand.intake.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request with what was said in it and in those that go on in it, oldest first.
 *
 * @param links other requests that it goes on from or that went on from it; missing when there are none
 */
public record RequestView(
        @JsonUnwrapped RequestSummary request,
        List<MessageView> messages,
        @Nullable List<Link> links) {

    /**
     * Another request that belongs to it.
     *
     * @param kind {@code continues} the other, is {@code continued-by} it, goes on in it ({@code merged-into}), or it goes on here
     *     ({@code merged-from})
     * @param by who merged them, if he said so
     */
    public record Link(
            String kind, String requestId, @Nullable String by) {}

    public RequestView {
        messages = List.copyOf(messages);
    }
}
