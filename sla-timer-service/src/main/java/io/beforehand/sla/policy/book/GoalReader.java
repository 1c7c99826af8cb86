package io.beforehand.sla.policy.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Metric;
import io.beforehand.events.Party;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.policy.Goal;
import io.beforehand.sla.policy.Holder;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.WarningMark;
import io.beforehand.time.DurationText;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the goals of a policy. One that names its holder is a budget, and may have any other name than those of the metrics. */
final class GoalReader {

    private static final String TEAM = "team";
    private static final String PARTY = "party";
    private static final Set<String> KNOWN =
            Policy.METRICS.stream().map(Metric::name).collect(Collectors.toSet());

    private final Problems problems;

    GoalReader(Problems problems) {
        this.problems = problems;
    }

    Map<Metric, Goal> goals(Fields policy) {
        Map<Metric, Goal> goals = new TreeMap<>();
        JsonNode written = policy.get("goals");
        if (written == null || written.isEmpty()) {
            problems.add("goals", "must promise something");
            return goals;
        }
        Set<String> named = new HashSet<>(KNOWN);
        written.properties().stream()
                .filter(each -> each.getValue().has(TEAM) || each.getValue().has(PARTY))
                .map(Map.Entry::getKey)
                .forEach(named::add);
        Fields fields = new Fields(written, "goals", named, problems);
        for (String name : fields.names()) {
            JsonNode goal = fields.get(name);
            if (named.contains(name) && goal != null) {
                Metric metric = problems.attempt(fields.at(name), () -> new Metric(name));
                Goal read = metric == null ? null : goal(fields.at(name), metric, goal);
                if (metric != null && read != null) {
                    goals.put(metric, read);
                }
            }
        }
        return goals;
    }

    /** A promise to be kept again and again says {@code every}, any other {@code within}. */
    private @Nullable Goal goal(String path, Metric metric, JsonNode written) {
        String limit = metric.equals(Metric.UPDATE) ? "every" : "within";
        boolean budget = !Policy.METRICS.contains(metric);
        Set<String> known = budget ? Set.of(limit, "warn", "escalate", TEAM, PARTY) : Set.of(limit, "warn", "escalate");
        Fields fields = new Fields(written, path, known, problems);
        List<WarningMark> warnings = warnings(fields, metric);
        if (fields.get(limit) == null) {
            problems.add(fields.at(limit), "must be there");
            return null;
        }
        Duration within = fields.text(limit, DurationText::parse);
        Holder holder = budget ? holder(path, fields) : Holder.ANYBODY;
        return within == null || holder == null
                ? null
                : problems.attempt(path, () -> new Goal(within, warnings, holder));
    }

    private @Nullable Holder holder(String path, Fields budget) {
        if ((budget.get(TEAM) == null) == (budget.get(PARTY) == null)) {
            problems.add(path, "must be the budget either of a team or of a party");
            return null;
        }
        return budget.get(TEAM) == null
                ? budget.text(PARTY, party -> new Holder.Awaited(Party.of(party)))
                : budget.text(TEAM, Holder.Team::new);
    }

    /** Whoever owes word of progress is reminded of it in any case. */
    private static List<WarningMark> warnings(Fields goal, Metric metric) {
        boolean periodic = metric.equals(Metric.UPDATE);
        List<WarningMark> warnings = goal.list(
                "warn",
                text -> periodic && text.equals(WarningMark.UPDATE_DUE.text())
                        ? WarningMark.UPDATE_DUE
                        : WarningMark.beforeDeadline(text));
        warnings.addAll(goal.list("escalate", text -> new WarningMark.After(DurationText.parse(text))));
        return !periodic || warnings.contains(WarningMark.UPDATE_DUE)
                ? warnings
                : Stream.concat(warnings.stream(), Stream.of(WarningMark.UPDATE_DUE))
                        .toList();
    }
}
