package io.beforehand.intake.request.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be recorded.
 *
 * @param happenedAt when it happened by the sender's word; missing means when it was received
 */
public record Submission(Identity identity, @Nullable Instant happenedAt, Command command) {}
