package io.beforehand.localstack.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who answers. Each takes two requests at a time, so that there is a queue now and then. */
record Agent(String id, String name, List<String> languages, Map<String, Integer> skills) {

    static final Agent ADA = new Agent(
            "ada", "Ada", List.of("en", "zh"), Map.of("outage", 5, "technical", 5, "billing", 2, "question", 3));
    static final Agent XIAOLIN = new Agent(
            "xiaolin", "小林", List.of("zh"), Map.of("billing", 5, "question", 4, "complaint", 3, "technical", 2));
    static final Agent MEIHUA =
            new Agent("meihua", "美華", List.of("zh", "en"), Map.of("complaint", 5, "question", 4, "outage", 2));
    static final Agent SAM =
            new Agent("sam", "Sam", List.of("en"), Map.of("billing", 4, "question", 5, "technical", 3, "complaint", 3));

    static final List<Agent> ALL = List.of(ADA, XIAOLIN, MEIHUA, SAM);

    private static final int AT_A_TIME = 2;

    /** As the routing service takes it. */
    Map<String, Object> profile() {
        Map<String, Integer> capacity = Stream.of("chat", "email", "app", "social", "web")
                .collect(Collectors.toMap(channel -> channel, _ -> AT_A_TIME));
        return Map.of("name", name, "team", "support", "skills", skills, "languages", languages, "capacity", capacity);
    }
}
