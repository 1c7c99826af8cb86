/**
 * What becomes of what is reported: which request it belongs to, what that request is then, and what the others are told.
 *
 * <p>In: {@link io.beforehand.intake.request.core.Call}s with {@link io.beforehand.intake.request.core.Submission}s, and what is
 * {@link io.beforehand.intake.request.core.Known} of everything they touch. Out: a {@link
 * io.beforehand.intake.request.core.Verdict} for each call, and the {@link io.beforehand.intake.request.core.Changes} of all
 * accepted ones. {@link io.beforehand.intake.request.core.Decider} is the way in. Nothing here knows of HTTP, SQL or Kafka.
 */
@NullMarked
package io.beforehand.intake.request.core;

import org.jspecify.annotations.NullMarked;
