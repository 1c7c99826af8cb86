package io.beforehand.sla.backtest;

import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.clock.Fact;
import io.beforehand.sla.clock.HistoryEntry;
import io.beforehand.sla.policy.Choice;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.PolicyBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A policy or a calendar that somebody thinks of.
 *
 * <p>It takes the place of the one with the same id, in every choice of the past. A request whose policy is another one gets the
 * drafted policy only if that would have gone before it. What counted then stays what it was in everything else, later versions
 * of other policies included, so that every difference comes from the draft.
 */
public sealed interface Draft {

    /** What would have been chosen instead; the very choice if it is the same. */
    Choice instead(Choice chosen);

    /** The same history with that promised instead; the very list if that changes nothing. */
    default List<HistoryEntry> applied(List<HistoryEntry> history) {
        boolean same = true;
        List<HistoryEntry> applied = new ArrayList<>(history.size());
        for (HistoryEntry entry : history) {
            Fact fact = applied(entry.fact());
            same &= fact == entry.fact();
            applied.add(new HistoryEntry(entry.owner(), entry.sequence(), fact));
        }
        return same ? history : applied;
    }

    private Fact applied(Fact fact) {
        return switch (fact) {
            case Fact.Opened(Instant at, Choice choice) -> changed(fact, choice, other -> new Fact.Opened(at, other));
            case Fact.OpenedByMachine(Instant at, Choice choice) ->
                changed(fact, choice, other -> new Fact.OpenedByMachine(at, other));
            case Fact.Reclassified(Instant at, Choice choice) ->
                changed(fact, choice, other -> new Fact.Reclassified(at, other));
            case Fact.Acknowledged _,
                    Fact.Assigned _,
                    Fact.Replied _,
                    Fact.Updated _,
                    Fact.CustomerWrote _,
                    Fact.StatusMoved _ -> fact;
        };
    }

    private Fact changed(Fact fact, Choice chosen, Function<Choice, Fact> with) {
        Choice other = instead(chosen);
        return other == chosen ? fact : with.apply(other);
    }

    /** @param others the policies in force without the one that the draft replaces */
    record OfPolicy(Policy policy, PolicyBook others, Instant now) implements Draft {

        @Override
        public Choice instead(Choice chosen) {
            boolean replaced = chosen.policy().ref().id().equals(policy.ref().id());
            boolean fits = policy.when().fit(chosen.traits());
            if (fits && (replaced || Policy.PRECEDENCE.compare(policy, chosen.policy()) < 0)) {
                return new Choice(policy, chosen.traits());
            }
            return replaced ? others.match(chosen.traits(), now) : chosen;
        }
    }

    /**
     * @param book the calendars as they would be
     * @param changed the calendar that was drafted; others that name it change with it
     */
    record OfCalendar(CalendarBook book, String changed, Instant now) implements Draft {

        @Override
        public Choice instead(Choice chosen) {
            String id = chosen.policy().calendar().id();
            return book.inForce(id, now, chosen.traits().timeZone())
                    .filter(calendar ->
                            id.equals(changed) || calendar.parts().members().containsKey(changed))
                    .map(calendar -> new Choice(chosen.policy().under(calendar), chosen.traits()))
                    .orElse(chosen);
        }
    }
}
