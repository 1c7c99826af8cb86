package io.beforehand.sla.policy.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.events.Metric;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.book.Fields;
import io.beforehand.sla.book.Problems;
import io.beforehand.sla.calendar.PinnedCalendar;
import io.beforehand.sla.policy.ChangeRule;
import io.beforehand.sla.policy.Conditions;
import io.beforehand.sla.policy.Goal;
import io.beforehand.sla.policy.PauseLimit;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.PolicyRef;
import io.beforehand.time.DurationText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a policy as people write it. */
final class PolicyReader {

    /** What counts between equally specific policies that say nothing; lower ones come first. */
    static final int DEFAULT_ORDER = 100;

    static final String NO_CALENDAR = "must be the id of a calendar; " + PinnedCalendar.ALWAYS.id() + " is one";

    private static final Set<String> FIELDS = Set.of(
            "id",
            "version",
            "retired",
            "notes",
            "gaps",
            "when",
            "order",
            "fallback",
            "calendar",
            "goals",
            "pauseOn",
            "pauseAtMost",
            "onChange");
    private static final Set<String> CONDITIONS = Set.of("priority", "tier", "channel", "category", "team", "customer");

    private final Problems problems = new Problems();

    private final Calendars calendars;

    private PolicyReader(Calendars calendars) {
        this.calendars = calendars;
    }

    /** What a document turned out to be. */
    sealed interface Read {

        record Valid(Policy policy) implements Read {}

        /** @param problems all there are, at least one */
        record Invalid(List<Problems.Problem> problems) implements Read {}
    }

    /** Finds the calendar of that id. */
    interface Calendars extends Function<String, Optional<PinnedCalendar>> {}

    /** @param ref under which the policy will be known */
    static Read read(PolicyRef ref, JsonNode document, Calendars calendars) {
        PolicyReader reader = new PolicyReader(calendars);
        Policy policy = reader.policy(ref, document);
        List<Problems.Problem> problems = reader.problems.found();
        return policy == null || !problems.isEmpty() ? new Read.Invalid(problems) : new Read.Valid(policy);
    }

    private @Nullable Policy policy(PolicyRef ref, JsonNode document) {
        Fields fields = new Fields(document, "", FIELDS, problems);
        if (!ref.id().matches("[a-z0-9][a-z0-9-]{0,63}")) {
            problems.add("id", "must be lower case letters, digits and hyphens");
        }
        fields.text("id", id -> same(id, ref.id()));
        fields.number("version");
        fields.bool("retired");
        Conditions when = conditions(fields);
        Integer order = fields.number("order");
        Boolean fallback = fields.bool("fallback");
        PinnedCalendar calendar = fields.text("calendar", this::calendar);
        Map<Metric, Goal> goals = new GoalReader(problems).goals(fields);
        Set<RequestStatus> pauseOn = Set.copyOf(fields.list("pauseOn", oneOf(Policy.PAUSING, RequestStatus::wireName)));
        PauseLimit limit = fields.text("pauseAtMost", text -> new PauseLimit.AtMost(DurationText.parse(text)));
        ChangeRule onChange = fields.text("onChange", oneOf(EnumSet.allOf(ChangeRule.class), ChangeRule::wireName));
        return new Policy(
                ref,
                when,
                order == null ? DEFAULT_ORDER : order,
                fallback != null && fallback,
                calendar == null ? PinnedCalendar.ALWAYS : calendar,
                goals,
                pauseOn,
                limit == null ? PauseLimit.NONE : limit,
                onChange == null ? ChangeRule.RECOMPUTE : onChange);
    }

    private Conditions conditions(Fields policy) {
        JsonNode when = policy.get("when");
        if (when == null) {
            return Conditions.ANY;
        }
        Fields fields = new Fields(when, "when", CONDITIONS, problems);
        return new Conditions(
                Set.copyOf(fields.list("priority", oneOf(EnumSet.allOf(Priority.class), Priority::wireName))),
                Set.copyOf(fields.list("tier", Function.identity())),
                Set.copyOf(fields.list("channel", oneOf(EnumSet.allOf(Channel.class), Channel::wireName))),
                Set.copyOf(fields.list("category", Function.identity())),
                Set.copyOf(fields.list("team", Function.identity())),
                Set.copyOf(fields.list("customer", Function.identity())));
    }

    private static String same(String id, String expected) {
        if (!id.equals(expected)) {
            throw new IllegalArgumentException("must be the id in the address or missing");
        }
        return id;
    }

    private PinnedCalendar calendar(String id) {
        return calendars.apply(id).orElseThrow(() -> new IllegalArgumentException(NO_CALENDAR));
    }

    private static <E extends Enum<E>> Function<String, E> oneOf(Set<E> values, Function<E, String> wireName) {
        return text -> values.stream()
                .filter(value -> wireName.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.toString(values.stream().map(wireName).sorted().toArray())));
    }
}
