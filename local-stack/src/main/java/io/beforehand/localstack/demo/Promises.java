package io.beforehand.localstack.demo;

import io.beforehand.events.Priority;
import java.util.List;
import java.util.Map;

/**
 * What the demo promises to its customers: the usual promises with seconds in the place of hours. They hold for a tier of their own,
 * so that the policies as shipped stay as they are.
 *
 * @param firstResponse seconds to the first answer of a person
 * @param nextResponse seconds to each further one
 * @param resolution seconds until all is settled
 * @param warnings shares of the first two, as policies write them
 */
record Promises(Priority priority, int firstResponse, int nextResponse, int resolution, List<String> warnings) {

    static final String TIER = "demo";

    static final List<Promises> ALL = List.of(
            new Promises(Priority.URGENT, 12, 15, 75, List.of("50%")),
            new Promises(Priority.HIGH, 20, 25, 120, List.of("60%")),
            new Promises(Priority.STANDARD, 30, 40, 180, List.of("70%")));

    private static final String ACKNOWLEDGEMENT = "5s";

    String id() {
        return "demo-" + priority.wireName();
    }

    /** As the SLA timer takes it. */
    Map<String, Object> policy() {
        return Map.of(
                "id", id(),
                "when", Map.of("tier", List.of(TIER), "priority", List.of(priority.wireName())),
                "order", 1,
                "calendar", "always",
                "goals",
                        Map.of(
                                "acknowledgement", Map.of("within", ACKNOWLEDGEMENT),
                                "first-response", Map.of("within", firstResponse + "s", "warn", warnings),
                                "next-response", Map.of("within", nextResponse + "s", "warn", warnings),
                                "resolution", Map.of("within", resolution + "s", "warn", List.of("80%"))));
    }
}
