package io.beforehand.sla.policy.book;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.events.Channel;
import io.beforehand.events.Metric;
import io.beforehand.events.Party;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.policy.Conditions;
import io.beforehand.sla.policy.Goal;
import io.beforehand.sla.policy.Holder;
import io.beforehand.sla.policy.PauseLimit;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.WarningMark;
import io.beforehand.time.DurationText;
import java.time.Duration;
import java.util.stream.Stream;

/** Writes a policy in full and always alike: equal policies, equal documents. */
final class PolicyWriter {

    private PolicyWriter() {}

    /** Everything but the version. */
    static ObjectNode write(Policy policy) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("id", policy.ref().id());
        document.set("when", conditions(policy.when()));
        document.put("order", policy.order());
        if (policy.fallback()) {
            document.put("fallback", true);
        }
        document.put("calendar", policy.calendar().id());
        ObjectNode goals = document.putObject("goals");
        policy.goals().forEach((metric, goal) -> goals.set(metric.name(), goal(metric, goal)));
        document.set(
                "pauseOn",
                texts(policy.pauseOn().stream().map(RequestStatus::wireName).sorted()));
        if (policy.pauseLimit() instanceof PauseLimit.AtMost(Duration workingTime)) {
            document.put("pauseAtMost", DurationText.print(workingTime));
        }
        document.put("onChange", policy.onChange().wireName());
        return document;
    }

    private static ObjectNode conditions(Conditions when) {
        ObjectNode conditions = JsonNodeFactory.instance.objectNode();
        conditions.set("priority", texts(when.priority().stream().sorted().map(Priority::wireName)));
        conditions.set("tier", texts(when.tier().stream().sorted()));
        conditions.set("channel", texts(when.channel().stream().sorted().map(Channel::wireName)));
        conditions.set("category", texts(when.category().stream().sorted()));
        conditions.set("team", texts(when.team().stream().sorted()));
        conditions.set("customer", texts(when.customer().stream().sorted()));
        return conditions;
    }

    private static ObjectNode goal(Metric metric, Goal goal) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put(metric.equals(Metric.UPDATE) ? "every" : "within", DurationText.print(goal.within()));
        switch (goal.holder()) {
            case Holder.Anybody _ -> {}
            case Holder.Team(String name) -> written.put("team", name);
            case Holder.Awaited(Party party) -> written.put("party", party.wireName());
        }
        written.set(
                "warn",
                texts(goal.warnings().stream()
                        .filter(mark -> !(mark instanceof WarningMark.After))
                        .map(WarningMark::text)));
        if (!goal.escalations().isEmpty()) {
            written.set("escalate", texts(goal.escalations().stream().map(PolicyWriter::late)));
        }
        return written;
    }

    private static String late(WarningMark escalation) {
        return escalation instanceof WarningMark.After(Duration late) ? DurationText.print(late) : escalation.text();
    }

    private static ArrayNode texts(Stream<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
