package io.beforehand.routing.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.routing.request.Affinity;
import io.beforehand.routing.request.Place;
import io.beforehand.routing.request.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days of an office, matched after every step, against what must hold at any moment. */
class MatchingPropertyTest {

    private static final List<String> SKILLS = List.of("billing", "repair", "advice");
    private static final List<Channel> CHANNELS = List.of(Channel.CHAT, Channel.EMAIL, Channel.VOICE);
    private static final Duration COOLDOWN = Duration.ofMinutes(5);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensNobodyIsOverloadedAndNoneWaitsForWhoIsFree(long seed) {
        Office office = new Office(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        for (int step = 0; step < 600; step++) {
            office.somethingHappens();
            office.match();
            office.check();
        }
        assertThat(office.assigned).as("the office did work").isGreaterThan(100);
    }

    private record Asked(Requirement requirement, Urgency urgency, Place place) {
        Asked at(Place next) {
            return new Asked(requirement, urgency, next);
        }
    }

    /** Loads are worked out from the requests anew each time: the slow oracle of the counters. */
    private static final class Office {
        private final RandomGenerator random;
        private final Matching matching = new Matching(Score.Weights.DEFAULT);
        private final TreeMap<String, Candidate> agents = new TreeMap<>();
        private final TreeMap<String, Asked> requests = new TreeMap<>();
        private final Set<String> present = new java.util.TreeSet<>();
        private Instant now = Instant.parse("2026-11-21T08:00:00Z");
        private int arrived;
        private int assigned;

        Office(RandomGenerator random) {
            this.random = random;
            for (int i = 0; i < 6; i++) {
                hire("agent-" + i);
            }
        }

        void somethingHappens() {
            now = now.plusSeconds(random.nextInt(1, 40));
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> arrive();
                case 4, 5, 6 -> move(Place.Assigned.class, held -> held.end(now));
                case 7 -> move(Place.Assigned.class, held -> held.giveBack(now, COOLDOWN));
                case 8 -> move(Place.Ended.class, ended -> ended.reopen(now));
                default -> comeOrGo();
            }
        }

        private void arrive() {
            String id = "r%05d".formatted(arrived++);
            Priority priority = Priority.values()[random.nextInt(3)];
            Instant due = now.plusSeconds(random.nextInt(3600));
            Requirement requirement = new Requirement(
                    random.nextInt(3) == 0 ? Map.of() : Map.of(any(SKILLS), random.nextInt(1, 5)),
                    "",
                    "",
                    random.nextInt(4) == 0 ? "zh" : "",
                    any(CHANNELS));
            Place place = new Place.Waiting(now, new Affinity.Anyone(), false);
            requests.put(id, new Asked(requirement, new Urgency(priority, due, now, id), place));
        }

        private <P extends Place> void move(Class<P> from, java.util.function.Function<P, Place> step) {
            List<String> there = ids(asked -> from.isInstance(asked.place()));
            if (!there.isEmpty()) {
                requests.compute(any(there), (_, asked) -> asked.at(step.apply(from.cast(asked.place()))));
            }
        }

        private void comeOrGo() {
            String id = any(List.copyOf(agents.keySet()));
            if (!present.remove(id)) {
                present.add(id);
            }
            if (random.nextInt(4) == 0) {
                hire(id);
            }
        }

        private void hire(String id) {
            Capacity capacity = new Capacity(
                    Map.of(Channel.CHAT, random.nextInt(1, 8), Channel.EMAIL, random.nextInt(1, 14), Channel.VOICE, 1));
            Map<String, Integer> skills = new TreeMap<>();
            SKILLS.stream().filter(_ -> random.nextBoolean()).forEach(s -> skills.put(s, random.nextInt(1, 6)));
            Set<String> languages = random.nextBoolean() ? Set.of() : Set.of("en");
            agents.put(id, new Candidate(id, id, "", skills, languages, Load.none(capacity), now));
        }

        void match() {
            List<Waiter> waiting = ids(asked -> asked.place() instanceof Place.Waiting).stream()
                    .map(this::waiter)
                    .toList();
            for (Matching.Decision decision : matching.decide(waiting, free(), now)) {
                Place.Waiting before =
                        (Place.Waiting) requests.get(decision.requestId()).place();
                String agentId = decision.agent().agentId();
                requests.computeIfPresent(decision.requestId(), (_, asked) -> asked.at(before.assignTo(agentId, now)));
                assertThat(load(agentId).used())
                        .isLessThanOrEqualTo(load(agentId).capacity().whole());
                assigned++;
            }
        }

        void check() {
            List<Candidate> free = free();
            for (String id : ids(asked -> asked.place() instanceof Place.Waiting)) {
                Waiter waiter = waiter(id);
                Optional<Candidate> couldHaveIt = free.stream()
                        .filter(a -> Obstacle.between(waiter.requirement(), waiter.affinity(), a, now)
                                .isEmpty())
                        .findAny();
                assertThat(couldHaveIt).as("%s waits", id).isEmpty();
            }
        }

        private Waiter waiter(String id) {
            Asked asked = requests.get(id);
            return new Waiter(asked.urgency(), asked.requirement(), ((Place.Waiting) asked.place()).affinity());
        }

        private List<Candidate> free() {
            return present.stream()
                    .map(id -> agents.get(id).with(load(id), agents.get(id).idleSince()))
                    .toList();
        }

        private Load load(String agentId) {
            Load load = Load.none(agents.get(agentId).load().capacity());
            for (Asked asked : requests.values()) {
                if (asked.place().owner().filter(agentId::equals).isPresent()) {
                    load = load.plus(asked.requirement().channel(), 1);
                }
            }
            return load;
        }

        private List<String> ids(Predicate<Asked> filter) {
            return requests.entrySet().stream()
                    .filter(e -> filter.test(e.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private <T> T any(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
