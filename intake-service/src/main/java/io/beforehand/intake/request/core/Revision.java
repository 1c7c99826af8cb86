package io.beforehand.intake.request.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that was changed after it was sent, or taken back. */
public sealed interface Revision {

    String messageId();

    String requestId();

    Instant at();

    record Amended(
            String requestId, String messageId, @Nullable String text, Instant at) implements Revision {}

    record Retracted(String requestId, String messageId, Instant at) implements Revision {}
}
