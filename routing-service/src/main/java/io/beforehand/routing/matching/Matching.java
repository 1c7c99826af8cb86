package io.beforehand.routing.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives waiting requests to free agents: the most urgent request chooses first, and gets whoever scores best among those
 * who may have it. What one gets counts at once against the next.
 */
public final class Matching {

    /** How many of those who would also have done are remembered with a decision. */
    static final int RUNNERS_UP = 3;

    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(
                    (Scored s) -> s.score().total())
            .reversed()
            .thenComparing(s -> s.agent().idleSince())
            .thenComparing(s -> s.agent().agentId());

    private final Score.Weights weights;

    public Matching(Score.Weights weights) {
        this.weights = weights;
    }

    /** The request goes to the agent. */
    public record Decision(Waiter waiter, Candidate agent, Score score, List<RunnerUp> runnersUp, String why) {

        public String requestId() {
            return waiter.requestId();
        }
    }

    /** Somebody else who might have got it. */
    public record RunnerUp(String agentId, double score) {}

    private record Scored(Candidate agent, Score score) {}

    /** Decides for as many as possible. Whoever is not in the result goes on waiting: nobody may have him now. */
    public List<Decision> decide(Collection<Waiter> waiting, Collection<Candidate> free, Instant now) {
        Map<String, Candidate> agents = new TreeMap<>();
        free.forEach(agent -> agents.put(agent.agentId(), agent));
        List<Decision> decisions = new ArrayList<>();
        waiting.stream().sorted(Comparator.comparing(Waiter::urgency)).forEach(waiter -> {
            List<Scored> possible = possible(waiter, agents.values(), now);
            if (possible.isEmpty()) {
                return;
            }
            Candidate chosen = possible.getFirst().agent();
            decisions.add(decision(waiter, possible));
            agents.put(
                    chosen.agentId(),
                    chosen.with(chosen.load().plus(waiter.requirement().channel(), 1), now));
        });
        return decisions;
    }

    private List<Scored> possible(Waiter waiter, Collection<Candidate> agents, Instant now) {
        return agents.stream()
                .filter(agent -> Obstacle.between(waiter.requirement(), waiter.affinity(), agent, now)
                        .isEmpty())
                .map(agent -> new Scored(agent, Score.of(weights, waiter.requirement(), waiter.affinity(), agent, now)))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static Decision decision(Waiter waiter, List<Scored> possible) {
        Scored best = possible.getFirst();
        List<RunnerUp> others = possible.stream()
                .skip(1)
                .limit(RUNNERS_UP)
                .map(s -> new RunnerUp(s.agent().agentId(), s.score().total()))
                .toList();
        return new Decision(waiter, best.agent(), best.score(), others, why(waiter, best, others));
    }

    private static String why(Waiter waiter, Scored best, List<RunnerUp> others) {
        if (waiter.affinity().prefers(best.agent().agentId())) {
            return "had-it-before";
        }
        return others.isEmpty() ? "only-one-free" : "best-score";
    }

    /** How many requests with that requirement the free agents could take at the most, were there no others. */
    public static int room(Requirement requirement, Collection<Candidate> free) {
        return free.stream()
                .filter(agent -> Obstacle.unsuitable(requirement, agent).isEmpty())
                .mapToInt(agent -> agent.load().room(requirement.channel()))
                .sum();
    }
}
