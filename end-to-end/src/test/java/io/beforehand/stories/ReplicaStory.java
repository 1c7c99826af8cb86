package io.beforehand.stories;

import static io.beforehand.localstack.Service.SLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.localstack.ServiceProcess;
import io.beforehand.stories.AlarmAudit.Alarm;
import io.beforehand.stories.AlarmAudit.Fault;
import io.beforehand.stories.Clients.Accepted;
import io.beforehand.stories.Topic.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two replicas of the SLA timer, of which one after the other is killed while alarms fall due by the dozen each second. Most
 * are started again at once; the last of each round stays dead until the other has told what it left.
 */
@ExtendWith(Beforehand.Running.class)
class ReplicaStory {

    private static final long SEED = 20261122;
    private static final int KILLS = Length.kills(2, 50);
    private static final int KILLS_A_ROUND = 10;
    private static final int MOST_REQUESTS_A_ROUND = 6_000;
    private static final Duration APART = Duration.ofMillis(66);

    /** Within this after a kill, or after it was due, everything is told. */
    private static final Duration PROMISED = Duration.ofSeconds(15);

    private static final Duration ANSWERED_AFTER = Duration.ofSeconds(1);
    private static final Duration LONGEST_GOAL = Duration.ofSeconds(8);
    private static final Map<String, Object> POLICY = Map.of(
            "id",
            Beforehand.HASTY,
            "when",
            Map.of("category", List.of(Beforehand.HASTY)),
            "calendar",
            "always",
            "goals",
            Map.of(
                    "first-response",
                    Map.of("within", "3s", "warn", List.of("50%")),
                    "resolution",
                    Map.of("within", "8s", "warn", List.of("25%", "50%", "2s before"))));

    private static final Random RANDOM = new Random(SEED);
    private static final AlarmAudit AUDIT = new AlarmAudit();
    private static final NavigableSet<Instant> KILLED_AT = new TreeSet<>();

    /** How long after a kill, or after it was due, the last of what the dead replica left was told. */
    private static final List<Duration> TAKE_OVERS = new ArrayList<>();

    @BeforeAll
    static void replicasAreKilledWhileAlarmsAreDue(Beforehand beforehand) {
        beforehand.put(SLA, "/v1/policies/" + Beforehand.HASTY, POLICY);
        Topic topic = new Topic(beforehand, "beforehand.sla");
        try (Replicas replicas = Replicas.of(beforehand, SLA);
                Follower follower = new Follower(topic)) {
            for (int killed = 0; killed < KILLS; killed += KILLS_A_ROUND) {
                round(beforehand, replicas, follower, Math.min(KILLS_A_ROUND, KILLS - killed));
                report();
            }
        }
    }

    @Test
    void eachIsToldOnce() {
        // Then
        assertThat(AUDIT.alarms()).hasSizeGreaterThan(KILLS * 20);
        assertThat(AUDIT.met()).as("answered in time").isPositive();
        assertThat(AUDIT.found(Fault.LOST)).as("never told").isEmpty();
        assertThat(AUDIT.found(Fault.DOUBLED)).as("told twice").isEmpty();
        assertThat(AUDIT.found(Fault.UNTRUE)).as("told for nothing").isEmpty();
    }

    @Test
    void noneIsToldBeforeItIsDue() {
        // Then
        assertThat(AUDIT.found(Fault.EARLY)).isEmpty();
    }

    @Test
    void whatIsToldOfARequestKeepsItsOrder() {
        // Then
        assertThat(AUDIT.found(Fault.DISORDERED)).isEmpty();
    }

    @Test
    void aWarningIsLeftOutOnlyWhenItsBreachFellDueBeforeAnotherReplicaHadTakenOver() {
        // Then
        assertThat(AUDIT.superseded())
                .allSatisfy(due -> assertThat(killedBetween(due.minus(PROMISED), due.plus(LONGEST_GOAL)))
                        .isTrue());
    }

    @Test
    void whatADeadReplicaLeftTheOtherTellsWithinFifteenSeconds() {
        // Then
        assertThat(TAKE_OVERS).isNotEmpty().allSatisfy(takeOver -> assertThat(takeOver)
                .isBetween(Duration.ZERO, PROMISED));
        assertThat(AUDIT.alarms())
                .as("due before a kill and told after it")
                .anyMatch(alarm -> killedBetween(alarm.due(), alarm.sentAt()));
    }

    private static void round(Beforehand beforehand, Replicas replicas, Follower follower, int many) {
        replicas.awaitOwner(replicas.first());
        replicas.awaitOwner(replicas.second());
        ServiceProcess last = TAKE_OVERS.size() % 2 == 0 ? replicas.second() : replicas.first();
        String name = "replica-" + TAKE_OVERS.size() + "-";
        Map<String, Accepted> accepted;
        try (Clients clients = new Clients(
                        beforehand,
                        MOST_REQUESTS_A_ROUND,
                        APART,
                        n -> Beforehand.message(name + n, "Hello?", Map.of("category", Beforehand.HASTY)));
                Answering _ = new Answering(beforehand, clients, ANSWERED_AFTER)) {
            clients.awaitMore(30);
            for (int kill = 1; kill < many; kill++) {
                ServiceProcess next = KILLS < KILLS_A_ROUND
                        ? kill % 2 == 0 ? replicas.second() : replicas.first()
                        : RANDOM.nextBoolean() ? replicas.first() : replicas.second();
                replicas.awaitOwner(next);
                clients.awaitMore(RANDOM.nextInt(20));
                replicas.kill(next);
                next.start();
            }
            replicas.awaitOwner(replicas.first());
            replicas.awaitOwner(replicas.second());
            replicas.kill(last);
            clients.awaitMore(15);
            accepted = clients.fallSilent();
        }
        List<String> ids = accepted.values().stream().map(Accepted::requestId).toList();
        await().atMost(Duration.ofSeconds(60)).until(() -> ids.stream()
                .allMatch(id -> follower.about(id).stream().anyMatch(heard -> isTheLastAlarm(heard.told()))));
        ServiceProcess alive = replicas.otherThan(last);
        for (String id : ids) {
            AUDIT.check(
                    id,
                    beforehand.readAt(alive, "/v1/requests/" + id + "/clocks").get("clocks"),
                    follower.about(id));
            beforehand.post(
                    "over-" + id, "io.beforehand.status.changed", Map.of("requestId", id, "status", "resolved"));
        }
        follower.forget();
        replicas.killedAt().forEach(KILLED_AT::add);
        TAKE_OVERS.add(takeOver(KILLED_AT.last()));
        last.start();
    }

    private static boolean isTheLastAlarm(Told told) {
        return told.event().equals("deadline-breached") && told.clock().contains(":resolution:");
    }

    private static Duration takeOver(Instant killedAt) {
        return AUDIT.alarms().stream()
                .filter(alarm -> alarm.arrivedAt().isAfter(killedAt))
                .map(alarm ->
                        Duration.between(alarm.due().isBefore(killedAt) ? killedAt : alarm.due(), alarm.arrivedAt()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static boolean killedBetween(Instant from, Instant to) {
        Instant next = KILLED_AT.ceiling(from);
        return next != null && next.isBefore(to);
    }

    private static void report() {
        List<Alarm> alarms = AUDIT.alarms();
        System.out.printf(
                "%d kills: %d alarms told, %d warnings superseded, %d records copied%n"
                        + "%d alarms due before a kill and sent after it, %d of them decided before it%n",
                KILLED_AT.size(),
                alarms.size(),
                AUDIT.superseded().size(),
                AUDIT.copies(),
                alarms.stream()
                        .filter(alarm -> killedBetween(alarm.due(), alarm.sentAt()))
                        .count(),
                alarms.stream()
                        .filter(alarm -> killedBetween(alarm.decidedAt(), alarm.sentAt()))
                        .count());
        List<Duration> takeOvers = TAKE_OVERS.stream().sorted().toList();
        System.out.printf(
                "all that a dead replica left was told after %s s (median of %d), %s s (worst)%n",
                seconds(takeOvers.get(takeOvers.size() / 2)), takeOvers.size(), seconds(takeOvers.getLast()));
    }

    private static String seconds(Duration duration) {
        return "%.1f".formatted(duration.toMillis() / 1000.0);
    }
}
