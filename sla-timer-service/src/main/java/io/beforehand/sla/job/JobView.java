package io.beforehand.sla.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A long question and how far its answer has come.
 *
 * @param kind {@code replay} or {@code backtest}
 * @param state {@code running}, {@code done}, {@code failed}, or {@code interrupted} when whoever worked on it is gone
 * @param done requests looked at
 * @param total requests to look at
 * @param result once it is done
 * @param problem why it failed: a stable word
 */
public record JobView(
        UUID id,
        String kind,
        String state,
        long done,
        long total,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<String> problem,
        Optional<JsonNode> result) {}
