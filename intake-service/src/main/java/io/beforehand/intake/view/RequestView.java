package io.beforehand.intake.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request with what was said in it, oldest first.
 *
 * @param links other requests of the same conversation that it goes on from or that went on from it; missing when there are none
 */
public record RequestView(
        @JsonUnwrapped RequestSummary request,
        List<MessageView> messages,
        @Nullable List<Link> links) {

    /** @param kind {@code continues} the other, or {@code continued-by} it */
    public record Link(String kind, String requestId) {}

    public RequestView {
        messages = List.copyOf(messages);
    }
}
