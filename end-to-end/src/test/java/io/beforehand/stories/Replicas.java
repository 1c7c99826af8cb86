package io.beforehand.stories;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.localstack.Ports;
import io.beforehand.localstack.Service;
import io.beforehand.localstack.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Two replicas of a service. */
final class Replicas implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final Beforehand beforehand;
    private final ServiceProcess first;
    private final ServiceProcess second;

    private Replicas(Beforehand beforehand, ServiceProcess first, ServiceProcess second) {
        this.beforehand = beforehand;
        this.first = first;
        this.second = second;
    }

    /** The one that runs, and one more beside it. */
    static Replicas of(Beforehand beforehand, Service service) {
        ServiceProcess first = beforehand.stack().service(service);
        ServiceProcess second = beforehand.stack().replica(service, service.id() + "-2", Ports.free());
        if (Length.isLong()) {
            spectators(beforehand).forEach(ServiceProcess::kill);
            learnToStart(second);
            first.rememberStarts();
        }
        second.start();
        return new Replicas(beforehand, first, second);
    }

    /** Services that alarms need nothing of: the processors are for the starts. */
    private static List<ServiceProcess> spectators(Beforehand beforehand) {
        return List.of(
                beforehand.stack().service(Service.ROUTING), beforehand.stack().service(Service.NOTIFICATION));
    }

    /** Hundreds of starts take half the time; learning takes as long as ten. */
    private static void learnToStart(ServiceProcess replica) {
        replica.rememberStarts();
        replica.start();
        replica.waitUntilReady(START);
        replica.terminate();
    }

    ServiceProcess first() {
        return first;
    }

    ServiceProcess second() {
        return second;
    }

    ServiceProcess otherThan(ServiceProcess replica) {
        return replica == first ? second : first;
    }

    /** Returns when it has partitions to work for. */
    void awaitOwner(ServiceProcess replica) {
        replica.waitUntilReady(START);
        await(replica.name() + " owns partitions").atMost(START).until(() -> owned(replica) > 0);
    }

    void awaitBothOwners() {
        awaitOwner(first);
        awaitOwner(second);
    }

    /** Returns the moment. */
    Instant kill(ServiceProcess replica) {
        Instant at = Instant.now();
        replica.kill();
        return at;
    }

    private int owned(ServiceProcess replica) {
        for (JsonNode check : beforehand.readAt(replica, "/q/health/ready").get("checks")) {
            if (check.get("name").asText().equals("messaging")) {
                return check.at("/data/owned").asInt();
            }
        }
        return 0;
    }

    @Override
    public void close() {
        second.kill();
        first.start();
        first.waitUntilReady(START);
        if (Length.isLong()) {
            spectators(beforehand).forEach(ServiceProcess::start);
            spectators(beforehand).forEach(spectator -> spectator.waitUntilReady(START));
        }
    }
}
