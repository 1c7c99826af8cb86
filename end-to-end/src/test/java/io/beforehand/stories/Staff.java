package io.beforehand.stories;

import io.beforehand.localstack.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People of limited capacity on two channels. They come and go, and work off what they were given, the oldest first. */
final class Staff implements AutoCloseable {

    private static final long SEED = 20261121;
    private static final List<String> STATES = List.of("available", "available", "lunch", "offline");

    private final Beforehand beforehand;
    private final RoutingTables tables;
    private final Map<String, Map<String, Integer>> capacities;
    private volatile List<ServiceProcess> replicas;

    private final Random random = new Random(SEED);
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final Set<String> overloaded = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean moving;
    private volatile int doneAtOnce;
    private volatile int doneAtMost;

    private Staff(Beforehand beforehand, Map<String, Map<String, Integer>> capacities, List<ServiceProcess> replicas) {
        this.beforehand = beforehand;
        this.tables = new RoutingTables(beforehand.stack().postgres());
        this.capacities = capacities;
        this.replicas = replicas;
    }

    /** So many, all there; called by way of any of the replicas. */
    static Staff of(Beforehand beforehand, int many, List<ServiceProcess> replicas) {
        Random random = new Random(SEED);
        Map<String, Map<String, Integer>> capacities = new TreeMap<>();
        for (int n = 0; n < many; n++) {
            capacities.put("staff-" + n, Map.of("sms", 1 + random.nextInt(3), "social", 1 + random.nextInt(4)));
        }
        Staff staff = new Staff(beforehand, capacities, replicas);
        capacities.forEach((id, capacity) -> {
            staff.put("/v1/agents/" + id, Map.of("name", id, "team", Beforehand.PATIENT_TEAM, "capacity", capacity));
            staff.be(id, "available");
        });
        staff.every(Duration.ofMillis(50), staff::look);
        staff.every(Duration.ofMillis(100), staff::move);
        staff.every(Duration.ofMillis(200), staff::work);
        return staff;
    }

    Map<String, Map<String, Integer>> capacities() {
        return capacities;
    }

    void comeAndGo() {
        moving = true;
    }

    /** At leisure, and so many at the most: the others wait for somebody. */
    void workOff(int most) {
        doneAtMost = most;
        doneAtOnce = 1;
    }

    /** From now on nobody comes or goes, or is done with anything. */
    void stay() {
        moving = false;
        doneAtOnce = 0;
    }

    /** All are there and work fast. */
    void hurry() {
        capacities.keySet().forEach(id -> be(id, "available"));
        doneAtMost = Integer.MAX_VALUE;
        doneAtOnce = 10;
    }

    void callOnly(ServiceProcess replica) {
        replicas = List.of(replica);
    }

    boolean nobodyIsFreeForWhoWaits() {
        return tables.waiting() > 0 && tables.freeForWhoWaits() == 0;
    }

    int unfinished(Set<String> requestIds) {
        return requestIds.size() - tables.ended(requestIds);
    }

    /** Who was seen with more than he can take, and with what. */
    Set<String> overloaded() {
        return Set.copyOf(overloaded);
    }

    /** How often everybody's load was looked at. */
    int looks() {
        return looks.get();
    }

    private void look() {
        tables.held().forEach((id, held) -> {
            if (Holdings.units(capacities.get(id), held) > Holdings.WHOLE) {
                overloaded.add(id + " " + capacities.get(id) + " has " + held);
            }
        });
        looks.incrementAndGet();
    }

    private void move() {
        if (moving) {
            be("staff-" + random.nextInt(capacities.size()), STATES.get(random.nextInt(STATES.size())));
        }
    }

    private void work() {
        List<String> next = new ArrayList<>(tables.assigned());
        next.removeAll(done);
        next.stream().limit(Math.min(doneAtOnce, doneAtMost - done.size())).forEach(this::resolve);
    }

    private void resolve(String requestId) {
        try {
            Map<String, String> resolved = Map.of("requestId", requestId, "status", "resolved");
            if (beforehand
                            .send("done-" + requestId, "io.beforehand.status.changed", resolved)
                            .statusCode()
                    == 202) {
                done.add(requestId);
            }
        } catch (IOException | InterruptedException notYet) {
            // He tries again.
        }
    }

    private void be(String id, String state) {
        put("/v1/agents/" + id + "/presence", Map.of("state", state));
    }

    private void put(String path, Map<String, ?> body) {
        List<ServiceProcess> running = replicas;
        beforehand.putAt(running.get(random.nextInt(running.size())), path, body);
    }

    /** What fails once, because a replica just died, is tried the next time. */
    private void every(Duration pause, Runnable task) {
        threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException | AssertionError nextTime) {
                        // Whether too little was seen is for the story to say.
                    }
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        tables.close();
    }
}
