package io.beforehand.time;

import java.time.Instant;
import java.util.List;

/**
 * Openings put together of others: those of a customer and of the team that serves him, or of teams that hand over to each
 * other round the world. Members may be combinations themselves.
 *
 * @param members at least one
 */
public record Combination(Rule rule, List<Openings> members) implements Openings {

    /** When a combination is open. */
    public enum Rule {
        /** When all of its members are. */
        ALL_OF,
        /** When any of its members is. */
        ANY_OF
    }

    public Combination {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a combination must have members");
        }
    }

    @Override
    public List<Interval> between(Instant from, Instant to) {
        List<List<Interval>> open =
                members.stream().map(member -> member.between(from, to)).toList();
        return switch (rule) {
            case ALL_OF -> open.stream().reduce(Interval::intersection).orElseThrow();
            case ANY_OF -> Interval.union(open.stream().flatMap(List::stream).toList());
        };
    }
}
