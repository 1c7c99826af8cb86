package io.beforehand.routing.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One thing that happened to a request here.
 *
 * @param event the event that was told of it, such as {@code request-assigned}
 * @param detail what the event said
 * @param runnersUp who else might have got it, each with {@code agentId} and {@code score}
 */
public record Step(
        long seq, Instant at, String event, Map<String, Object> detail, List<Map<String, Object>> runnersUp) {}
