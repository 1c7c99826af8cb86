package io.beforehand.stories;

import io.beforehand.stories.Topic.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who had which request when, by what routing told. Only the time for which that is certain counts: from the moment an
 * assignment was sent, which is after its commit, to the moment of the release, which is before its own.
 */
record Holdings(List<Holding> all, Set<String> doubled) {

    /** What one can have at most; every capacity up to 5 goes into it. */
    static final int WHOLE = 60;

    record Holding(String agentId, String requestId, Instant from, Instant until) {}

    private record Step(Instant at, String requestId, int change) {}

    static Holdings toldOn(Topic topic, Set<String> requestIds) {
        Map<String, List<Told>> byRequest = topic.all().stream()
                .filter(told -> requestIds.contains(told.requestId()))
                .collect(Collectors.groupingBy(Told::requestId));
        List<Holding> all = new ArrayList<>();
        Set<String> doubled = new HashSet<>();
        byRequest.forEach((requestId, events) -> {
            Map<String, Instant> owners = new HashMap<>();
            long sequence = 0;
            for (Told told : events) {
                if (told.sequence() <= sequence) {
                    continue; // A copy.
                }
                sequence = told.sequence();
                String agentId = told.data().path("agentId").asText();
                switch (told.event()) {
                    case "request-assigned" -> {
                        owners.put(agentId, told.sentAt().plusMillis(1));
                        if (owners.size() > 1) {
                            doubled.add(requestId);
                        }
                    }
                    case "request-released" -> {
                        Instant from = owners.remove(agentId);
                        if (from == null) {
                            doubled.add(requestId);
                        } else {
                            all.add(new Holding(agentId, requestId, from, told.at()));
                        }
                    }
                    default -> {}
                }
            }
            owners.forEach((agentId, from) -> all.add(new Holding(agentId, requestId, from, Instant.MAX)));
        });
        return new Holdings(all, doubled);
    }

    /** What it costs somebody of that capacity to have so many of each channel. */
    static int units(Map<String, Integer> capacity, Map<String, Integer> held) {
        return held.entrySet().stream()
                .mapToInt(each -> each.getValue() * WHOLE / capacity.get(each.getKey()))
                .sum();
    }

    Set<String> assigned() {
        return all.stream().map(Holding::requestId).collect(Collectors.toSet());
    }

    /**
     * Who had too much, and when.
     *
     * @param channels by request
     */
    List<String> overloaded(Map<String, Map<String, Integer>> capacities, Map<String, String> channels) {
        Map<String, List<Step>> byAgent = new HashMap<>();
        for (Holding each : all) {
            if (each.from().isBefore(each.until())) {
                List<Step> steps = byAgent.computeIfAbsent(each.agentId(), _ -> new ArrayList<>());
                steps.add(new Step(each.from(), each.requestId(), 1));
                steps.add(new Step(each.until(), each.requestId(), -1));
            }
        }
        List<String> overloaded = new ArrayList<>();
        byAgent.forEach((agentId, steps) -> {
            steps.sort(Comparator.comparing(Step::at).thenComparing(Step::change));
            int used = 0;
            for (Step step : steps) {
                used += step.change() * WHOLE / capacities.get(agentId).get(channels.get(step.requestId()));
                if (used > WHOLE) {
                    overloaded.add(agentId + " at " + step.at());
                }
            }
        });
        return overloaded;
    }
}
