package io.beforehand.intake.request.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The oldest message of a request's customer that no agent has answered. */
public record Unanswered(String messageId, @Nullable String text, Instant occurredAt, Instant receivedAt) {}
