package io.beforehand.benchmarks.backtest;

import io.beforehand.localstack.Operator;
import io.beforehand.localstack.Service;
import java.util.List;
import java.util.Map;

/** What was promised to the requests of the past, and what somebody thinks of promising instead. */
final class Promises {
    static final String OFFICE = "office";

    /** No daylight saving: whatever is moved by whole weeks lies at the same hours. */
    private static final String ZONE = "Asia/Shanghai";

    private Promises() {}

    /** Two thirds of the requests go by office hours, the others by what is shipped. */
    static void putIntoForce(Operator operator) {
        operator.put(Service.SLA, "/v1/calendars/" + OFFICE, hours("09:00", "18:00"));
        operator.put(Service.SLA, "/v1/policies/gold", policy("gold", "2h", "1d"));
        operator.put(Service.SLA, "/v1/policies/silver", policy("silver", "4h", "3d"));
        operator.put(Service.SLA, "/v1/policies/" + Ticks.TIER, Ticks.POLICY);
    }

    /** For every request there was: before all policies that are shipped, and in the place of the one for gold. */
    static Map<String, Object> draftPolicy() {
        return Map.of(
                "id",
                "gold",
                "order",
                1,
                "calendar",
                OFFICE,
                "goals",
                goals("1h", "12h"),
                "pauseOn",
                List.of("pending", "on-hold"),
                "pauseAtMost",
                "4h");
    }

    static Map<String, Object> draftCalendar() {
        return hours("08:00", "20:00");
    }

    private static Map<String, Object> policy(String tier, String response, String resolution) {
        return Map.of(
                "when",
                Map.of("tier", List.of(tier)),
                "calendar",
                OFFICE,
                "goals",
                goals(response, resolution),
                "pauseOn",
                List.of("pending", "on-hold"),
                "pauseAtMost",
                "2d");
    }

    private static Map<String, Object> goals(String response, String resolution) {
        return Map.of(
                "acknowledgement", Map.of("within", "10s"),
                "assignment", Map.of("within", "30m", "warn", List.of("50%")),
                "first-response", Map.of("within", response, "warn", List.of("50%", "75%", "10m before")),
                "next-response", Map.of("within", response, "warn", List.of("75%")),
                "update", Map.of("every", "1d"),
                "resolution", Map.of("within", resolution, "warn", List.of("50%", "75%", "90%")));
    }

    private static Map<String, Object> hours(String from, String to) {
        List<List<String>> day = List.of(List.of(from, "12:00"), List.of("13:00", to));
        return Map.of(
                "id",
                OFFICE,
                "zone",
                ZONE,
                "weekly",
                Map.of("MON", day, "TUE", day, "WED", day, "THU", day, "FRI", day));
    }
}
