package io.beforehand.localstack;

import java.time.Instant;
import java.util.Map;

/**
 * One webhook that arrived at the sink.
 *
 * @param path of the URL it was posted to
 * @param id its {@code webhook-id}, empty if it had none
 * @param headers by their names in lower case
 * @param status what it was answered with: other than 2xx, the sender will try again
 */
public record Delivery(
        String path, String id, Map<String, String> headers, String body, Instant receivedAt, int status) {
    public Delivery {
        headers = Map.copyOf(headers);
    }

    public boolean accepted() {
        return status >= 200 && status < 300;
    }
}
