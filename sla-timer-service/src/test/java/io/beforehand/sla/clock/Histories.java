package io.beforehand.sla.clock;

import io.beforehand.events.Owner;
import io.beforehand.events.Party;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.policy.ChangeRule;
import io.beforehand.sla.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up what may happen to a request. */
final class Histories {

    /** Minutes in which everything happens. */
    static final int HORIZON = 400;

    /** Whom a change of status may say that one waits for, or nobody. */
    private static final List<String> PARTIES = List.of("", "customer", "supplier", "us");

    private Histories() {}

    /** In the order in which it happened, the opening first. */
    static List<HistoryEntry> any(Random random) {
        ChangeRule rule = ChangeRule.values()[random.nextInt(3)];
        List<HistoryEntry> history = new ArrayList<>();
        history.add(new HistoryEntry(
                Owner.REQUESTS,
                1,
                new Fact.Opened(
                        Story.NINE,
                        Story.chosen(
                                byAnyCalendar(random, withAnyBudgets(random, Story.policy("p0", rule, 60, 120)))))));
        Map<Owner, Long> sequences = new HashMap<>(Map.of(Owner.REQUESTS, 1L));
        List<Instant> times = new ArrayList<>();
        for (int facts = random.nextInt(12); facts > 0; facts--) {
            times.add(Story.minute(random.nextInt(HORIZON)));
        }
        Collections.sort(times);
        for (Instant at : times) {
            Fact fact = fact(random, at);
            Owner owner = Story.owner(fact);
            history.add(new HistoryEntry(owner, sequences.merge(owner, 1L, Long::sum), fact));
        }
        return history.stream().sorted().toList();
    }

    private static Fact fact(Random random, Instant at) {
        return switch (random.nextInt(8)) {
            case 0 -> new Fact.Acknowledged(at);
            case 1 -> new Fact.Assigned(at, random.nextBoolean() ? "network" : "billing");
            case 2 -> new Fact.Replied(at);
            case 3 -> new Fact.CustomerWrote(at);
            case 4 -> new Fact.Updated(at);
            case 5 -> new Fact.Reclassified(at, Story.chosen(policy(random)));
            default ->
                new Fact.StatusMoved(
                        at,
                        RequestStatus.values()[random.nextInt(RequestStatus.values().length)],
                        "",
                        PARTIES.get(random.nextInt(PARTIES.size())));
        };
    }

    private static Policy policy(Random random) {
        Policy policy = Story.policy(
                "p" + random.nextInt(4),
                ChangeRule.values()[random.nextInt(3)],
                20 + random.nextInt(100),
                30 + random.nextInt(200));
        return byAnyCalendar(random, withAnyBudgets(random, policy));
    }

    private static Policy withAnyBudgets(Random random, Policy policy) {
        Policy teams = random.nextBoolean() ? policy : Story.withBudget(policy, "network", 45);
        Policy suppliers = random.nextBoolean() ? teams : Story.withBudget(teams, Party.SUPPLIER, 30);
        return random.nextBoolean() ? suppliers : Story.withBudget(suppliers, Party.CUSTOMER, 90);
    }

    private static Policy byAnyCalendar(Random random, Policy policy) {
        Policy limited = random.nextBoolean() ? policy : Calendars.pausedAtMost(1 + random.nextInt(30), policy);
        return random.nextBoolean() ? limited : Calendars.under(limited, Calendars.BREAKS);
    }
}
