package io.beforehand.routing.assignment;

import io.beforehand.routing.matching.Obstacles;
import io.beforehand.routing.queue.Queues;
import io.beforehand.routing.register.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has a request, and why.
 *
 * @param state {@code queued}, {@code assigned} or {@code ended}
 * @param parts the terms of the score by name
 * @param why the reason in a stable word
 * @param obstacles while it is queued: how many of those who are there are kept from it by what
 * @param history every event that was told of it, with its place in the stream
 */
record AssignmentView(
        @Nullable String owner,
        @Nullable String ownerName,
        String state,
        @Nullable Object score,
        @Nullable Object parts,
        @Nullable List<Map<String, Object>> runnersUp,
        String why,
        @Nullable Integer position,
        @Nullable Duration expectedWait,
        @Nullable Map<String, Integer> obstacles,
        List<Map<String, Object>> history) {

    static AssignmentView assigned(String owner, List<Step> steps) {
        Optional<Step> decisive = lastOf(steps, "request-assigned", "request-transferred");
        Map<String, Object> detail = decisive.map(Step::detail).orElse(Map.of());
        boolean transferred = decisive.filter(step -> step.event().equals("request-transferred"))
                .isPresent();
        // Who was chosen by hand has no score.
        boolean scored = detail.get("parts") instanceof Map<?, ?> parts && !parts.isEmpty();
        return new AssignmentView(
                owner,
                (String) detail.get(transferred ? "toAgentName" : "agentName"),
                "assigned",
                scored ? detail.get("score") : null,
                scored ? detail.get("parts") : null,
                scored ? decisive.map(Step::runnersUp).orElse(List.of()) : null,
                transferred ? "transferred" : (String) detail.getOrDefault("why", ""),
                null,
                null,
                null,
                history(steps));
    }

    static AssignmentView queued(Optional<Queues.Estimate> estimate, Obstacles obstacles, List<Step> steps) {
        return new AssignmentView(
                null,
                null,
                "queued",
                null,
                null,
                null,
                obstacles.why(),
                estimate.map(Queues.Estimate::position).orElse(null),
                estimate.flatMap(Queues.Estimate::expectedWait).orElse(null),
                obstacles.byLabel(),
                history(steps));
    }

    static AssignmentView ended(List<Step> steps) {
        String why = lastOf(steps, "request-released")
                .map(step -> (String) step.detail().get("reason"))
                .orElse("ended-unassigned");
        return new AssignmentView(null, null, "ended", null, null, null, why, null, null, null, history(steps));
    }

    private static Optional<Step> lastOf(List<Step> steps, String... events) {
        return steps.reversed().stream()
                .filter(step -> List.of(events).contains(step.event()))
                .findFirst();
    }

    private static List<Map<String, Object>> history(List<Step> steps) {
        return steps.stream().map(AssignmentView::entry).toList();
    }

    private static Map<String, Object> entry(Step step) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sequence", step.seq());
        entry.put("at", step.at());
        entry.put("event", step.event());
        entry.putAll(step.detail());
        return entry;
    }
}
