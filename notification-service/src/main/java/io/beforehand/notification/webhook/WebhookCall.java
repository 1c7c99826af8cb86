package io.beforehand.notification.webhook;

import io.beforehand.events.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * A message to POST.
 *
 * @param id the same for every attempt: receivers tell copies by it
 * @param body JSON, the same for every attempt
 */
public record WebhookCall(
        String id,
        WebhookAddress address,
        String body,
        @Nullable TraceContext trace) {}
