package io.beforehand.stories;

import static io.beforehand.localstack.Service.SLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.localstack.ServiceProcess;
import io.beforehand.stories.AlarmAudit.Alarm;
import io.beforehand.stories.AlarmAudit.Fault;
import io.beforehand.stories.Clients.Accepted;
import io.beforehand.stories.Topic.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two replicas of the SLA timer, of which one after the other is killed while alarms fall due by the dozen each second. Most
 * are started again at once; the last of each round stays dead until the other has told what it left.
 */
@Undisturbed
class ReplicaStory {

    private static final long SEED = 20261122;
    private static final int KILLS = Length.kills(2, 50);
    private static final int KILLS_A_ROUND = 10;
    private static final int MOST_REQUESTS_A_ROUND = 6_000;
    private static final Duration APART = Duration.ofMillis(Length.of(66, 100));

    /** Within this after a kill, or after it was due, everything is told. */
    private static final Duration PROMISED = Duration.ofSeconds(Length.of(30, 15));

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
    private static final KillReport REPORT = new KillReport();

    @BeforeAll
    static void replicasAreKilledWhileAlarmsAreDue(Beforehand beforehand) {
        beforehand.put(SLA, "/v1/policies/" + Beforehand.HASTY, POLICY);
        try (Replicas replicas = Replicas.of(beforehand, SLA);
                Follower told = new Follower(new Topic(beforehand, "beforehand.sla"));
                Follower asked = new Follower(new Topic(beforehand, "beforehand.requests"))) {
            for (int killed = 0; killed < KILLS; killed += KILLS_A_ROUND) {
                round(beforehand, replicas, told, asked, Math.min(KILLS_A_ROUND, KILLS - killed));
                System.out.print(REPORT.of(AUDIT));
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
        assertThat(AUDIT.superseded()).allMatch(due -> REPORT.isUnsettled(due, due.plus(LONGEST_GOAL)));
    }

    @Test
    void whatADeadReplicaLeftTheOtherTellsWithinFifteenSeconds() {
        // Then
        assertThat(REPORT.takeOvers()).isNotEmpty().allSatisfy(takeOver -> assertThat(takeOver)
                .isBetween(Duration.ZERO, PROMISED));
        assertThat(REPORT.interrupted(AUDIT, Alarm::due, Alarm::sentAt))
                .as("due before a kill and told after it")
                .isNotEmpty();
    }

    private static void round(Beforehand beforehand, Replicas replicas, Follower told, Follower asked, int many) {
        replicas.awaitBothOwners();
        ServiceProcess last = REPORT.rounds() % 2 == 0 ? replicas.second() : replicas.first();
        String name = "replica-" + REPORT.rounds() + "-";
        Map<String, Accepted> accepted;
        Instant lastKill;
        try (Clients clients = new Clients(
                        beforehand,
                        MOST_REQUESTS_A_ROUND,
                        APART,
                        n -> Beforehand.message(name + n, "Hello?", Map.of("category", Beforehand.HASTY)));
                Answering _ = new Answering(beforehand, clients, ANSWERED_AFTER)) {
            clients.awaitMore(30);
            List<Instant> kills = new ArrayList<>();
            for (int kill = 1; kill < many; kill++) {
                ServiceProcess next = kill == 1 ? replicas.otherThan(last) : either(replicas);
                replicas.awaitOwner(next);
                clients.awaitMore(RANDOM.nextInt(20));
                kills.add(replicas.kill(next));
                next.start();
            }
            replicas.awaitBothOwners();
            Instant settled = Instant.now();
            kills.forEach(at -> REPORT.killed(at, settled));
            lastKill = replicas.kill(last);
            clients.awaitMore(15);
            accepted = clients.fallSilent();
        }
        List<String> ids = accepted.values().stream().map(Accepted::requestId).toList();
        awaitTheLastAlarms(told, ids);
        ServiceProcess alive = replicas.otherThan(last);
        for (String id : ids) {
            JsonNode clocks = beforehand.readAt(alive, "/v1/requests/" + id + "/clocks");
            AUDIT.check(clocks.get("clocks"), told.about(id), asked.about(id));
        }
        resolve(beforehand, ids);
        told.forget();
        asked.forget();
        REPORT.killedForGood(lastKill, AUDIT, PROMISED);
        last.start();
    }

    /** Several at once: each answer waits for a commit. */
    private static void resolve(Beforehand beforehand, List<String> ids) {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = ids.stream()
                    .map(id -> threads.submit(() -> beforehand
                            .send(
                                    "over-" + id,
                                    "io.beforehand.status.changed",
                                    Map.of("requestId", id, "status", "resolved"))
                            .statusCode()))
                    .toList();
            assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(202));
        }
    }

    private static void awaitTheLastAlarms(Follower told, List<String> ids) {
        await().atMost(Duration.ofSeconds(60)).until(() -> ids.stream()
                .allMatch(id -> told.about(id).stream().anyMatch(heard -> isTheLastAlarm(heard.told()))));
    }

    private static ServiceProcess either(Replicas replicas) {
        return RANDOM.nextBoolean() ? replicas.first() : replicas.second();
    }

    private static boolean isTheLastAlarm(Told told) {
        return told.event().equals("deadline-breached") && told.clock().contains(":resolution:");
    }
}
