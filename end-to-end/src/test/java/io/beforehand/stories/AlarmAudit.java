package io.beforehand.stories;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.stories.Follower.Heard;
import io.beforehand.stories.Topic.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the clocks of requests say of warnings and breaches, held against what was told on the topic. */
final class AlarmAudit {

    enum Fault {
        LOST,
        DOUBLED,
        EARLY,
        UNTRUE,
        DISORDERED
    }

    /**
     * A warning or a breach that was told.
     *
     * @param due the moment promised for it
     * @param decidedAt the moment that it was found due
     */
    record Alarm(Instant due, Instant decidedAt, Instant sentAt, Instant arrivedAt) {

        Duration late() {
            return Duration.between(due, arrivedAt);
        }
    }

    private final Map<Fault, List<String>> faults = new HashMap<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<Instant> superseded = new ArrayList<>();
    private int corrected;
    private int met;
    private int copies;

    /**
     * Takes in a request whose clocks have come to their verdicts.
     *
     * @param heard what the SLA timer told of it
     * @param requests what intake told of it
     */
    void check(JsonNode clocks, List<Heard> heard, List<Heard> requests) {
        Map<String, List<Heard>> told = new LinkedHashMap<>();
        originals(heard).forEach(each -> told.computeIfAbsent(name(each.told()), _ -> new ArrayList<>())
                .add(each));
        for (JsonNode clock : clocks) {
            String id = clock.get("id").asText();
            once("clock-started " + id, told, heard);
            for (JsonNode warning : clock.get("warnings")) {
                String name = "warning-raised " + id + " " + warning.get("mark").asText();
                switch (warning.get("state").asText()) {
                    case "fired" -> rang(name, instant(warning, "at"), told, heard);
                    case "superseded" -> superseded.add(instant(warning, "at"));
                    case "armed" -> fault(Fault.LOST, name + " is armed");
                    default -> {}
                }
            }
            switch (clock.get("state").asText()) {
                case "breached" -> rang("deadline-breached " + id, instant(clock, "dueAt"), told, heard);
                case "met" -> met++;
                default -> fault(Fault.LOST, id + " has no verdict");
            }
        }
        takenBack(told, requests);
        told.forEach((name, all) -> {
            if (Stream.of("warning-raised", "deadline-breached", "outcome-corrected")
                    .anyMatch(name::startsWith)) {
                fault(Fault.UNTRUE, name + " in " + timeline(heard));
            }
        });
    }

    /**
     * A breach may be corrected if the answer that came in time was not on its topic when the breach was found: nobody could
     * know of it.
     */
    private void takenBack(Map<String, List<Heard>> told, List<Heard> requests) {
        for (Heard answer : requests) {
            for (String name : List.copyOf(told.keySet())) {
                String breach = name.replaceFirst("^outcome-corrected", "deadline-breached");
                if (answer.told().event().equals("reply-sent")
                        && told.containsKey(breach)
                        && !name.equals(breach)
                        && decidedAt(told.get(breach).getFirst().told()).isBefore(answer.arrivedAt())) {
                    told.remove(name);
                    told.remove(breach);
                    corrected++;
                }
            }
        }
    }

    /** What is left when copies are taken out: one event of each sequence, which rises by one each time. */
    private List<Heard> originals(List<Heard> heard) {
        List<Heard> originals = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        for (Heard each : heard) {
            Told told = each.told();
            if (told.sequence() <= originals.size()) {
                copies++;
                Told original = originals.get((int) told.sequence() - 1).told();
                if (!original.event().equals(told.event()) || !original.data().equals(told.data())) {
                    fault(Fault.DOUBLED, name(told) + " has the sequence of " + name(original));
                }
                continue;
            }
            if (told.sequence() > originals.size() + 1) {
                fault(Fault.DISORDERED, name(told) + " overtook another of " + timeline(heard));
                return originals;
            }
            if (told.event().equals("deadline-breached")) {
                broken.add(told.clock());
            }
            if (told.event().equals("warning-raised") && broken.contains(told.clock())) {
                fault(Fault.DISORDERED, name(told) + " came after the breach");
            }
            originals.add(each);
        }
        return originals;
    }

    private void rang(String name, Instant due, Map<String, List<Heard>> all, List<Heard> timeline) {
        for (Heard heard : once(name, all, timeline)) {
            Told told = heard.told();
            // Kafka keeps whole milliseconds.
            Instant decidedAt = decidedAt(told);
            if (decidedAt.isBefore(due) || told.sentAt().plusMillis(1).isBefore(due)) {
                fault(Fault.EARLY, name + " decided at " + decidedAt + ", sent at " + told.sentAt() + ", due " + due);
            }
            if (told.data().path("provisional").asBoolean()) {
                fault(Fault.UNTRUE, name + " is provisional");
            }
            alarms.add(new Alarm(due, decidedAt, told.sentAt(), heard.arrivedAt()));
        }
    }

    /** A breach happens at its deadline, whenever it is found. */
    private static Instant decidedAt(Told told) {
        Instant deadline = instant(told.data(), "dueAt");
        return told.event().equals("deadline-breached")
                ? deadline.plus(Duration.parse(told.data().get("lateBy").asText()))
                : deadline.minus(Duration.parse(told.data().get("left").asText()));
    }

    private List<Heard> once(String name, Map<String, List<Heard>> all, List<Heard> timeline) {
        List<Heard> found = all.getOrDefault(name, List.of());
        all.remove(name);
        if (found.isEmpty()) {
            fault(Fault.LOST, name + " in " + timeline(timeline));
        } else if (found.size() > 1) {
            fault(Fault.DOUBLED, name);
        }
        return found;
    }

    private static String name(Told told) {
        return (told.event() + " " + told.clock() + " "
                        + told.data().path("mark").asText())
                .strip();
    }

    /** All that came of a request: sequence, event, and when it was sent. */
    private static List<String> timeline(List<Heard> heard) {
        return heard.stream()
                .map(Heard::told)
                .map(told -> told.sequence() + " " + name(told) + " for " + told.at() + " at " + told.sentAt())
                .toList();
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.get(field).asText());
    }

    private void fault(Fault fault, String what) {
        faults.computeIfAbsent(fault, _ -> new ArrayList<>()).add(what);
    }

    List<String> found(Fault fault) {
        return List.copyOf(faults.getOrDefault(fault, List.of()));
    }

    List<Alarm> alarms() {
        return List.copyOf(alarms);
    }

    /** When warnings were due that were not told: the breach was due as well before anybody could. */
    List<Instant> superseded() {
        return List.copyOf(superseded);
    }

    /** Breaches that were corrected, as an answer in time became known after them. */
    int corrected() {
        return corrected;
    }

    /** Clocks that were stopped in time. */
    int met() {
        return met;
    }

    /** Records that came once more, as they may. */
    int copies() {
        return copies;
    }
}
