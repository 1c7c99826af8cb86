package io.beforehand.notification.alert;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contact's webhook is sent. Everything but {@code count}, {@code text} and {@code requests} is about the most pressing
 * alert.
 *
 * @param count alerts that the page tells of
 * @param left until the deadline; missing when it is past
 * @param lateBy since the deadline; missing before it
 * @param requests the numbers of the requests, the most pressing first; not all of them when there are many
 * @param pageKey by which a paging tool may answer; missing on a page of several alerts, for an answer is about one
 */
record PageMessage(
        String deliveryId,
        String kind,
        String alertId,
        AlertLevel level,
        String cause,
        int count,
        String requestId,
        String number,
        Metric metric,
        Instant dueAt,
        @Nullable Duration left,
        @Nullable Duration lateBy,
        String text,
        List<String> requests,
        @Nullable String pageKey) {

    PageMessage {
        requests = List.copyOf(requests);
    }
}
