package io.beforehand.stories;

import static io.beforehand.localstack.Service.NOTIFICATION;
import static io.beforehand.localstack.Service.ROUTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.localstack.Ports;
import io.beforehand.localstack.ServiceProcess;
import io.beforehand.stories.Clients.Accepted;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Undisturbed
class RoutingStory {

    private static final int REQUESTS = Length.of(200, 3_000);
    private static final int AGENTS = 30;
    private static final List<String> CHANNELS = List.of("sms", "social");

    private ServiceProcess second;

    @BeforeEach
    void aSecondReplicaOfRoutingRuns(Beforehand beforehand) {
        second = beforehand.stack().replica(ROUTING, "routing-2", Ports.free());
        second.start();
        second.waitUntilReady(Duration.ofSeconds(90));
        for (String channel : CHANNELS) {
            beforehand.put(
                    NOTIFICATION,
                    "/v1/outlets/" + channel + "/default",
                    Map.of(
                            "type", "webhook",
                            "url", beforehand.stack().sink().url("/customers/" + channel),
                            "secret", beforehand.stack().secrets().webhookSecret()));
        }
    }

    @AfterEach
    void itIsGone() {
        second.kill();
    }

    @Test
    void twoReplicasNeverGiveAnybodyTooMuchOrARequestTwoOwnersAndForgetNoneThoughOneDies(Beforehand beforehand) {
        // Given people who come and go, and work off what they get
        ServiceProcess first = beforehand.stack().service(ROUTING);
        try (Staff staff = Staff.of(beforehand, AGENTS, List.of(first, second));
                Clients clients = new Clients(
                        beforehand,
                        REQUESTS,
                        Duration.ofMillis(40),
                        n -> Beforehand.message(
                                channelOf(n), "routing-" + n, "Hello?", Map.of("category", "patient")))) {
            staff.comeAndGo();
            staff.workOff(REQUESTS / 4);

            // When one replica dies in the middle
            clients.awaitAccepted(REQUESTS / 2);
            staff.callOnly(first);
            second.kill();
            Map<String, Accepted> accepted = clients.awaitAll();

            // Then at no time anybody has more than he can take, as the database has it
            Set<String> ids =
                    accepted.values().stream().map(Accepted::requestId).collect(Collectors.toSet());
            staff.stay();
            await().atMost(Duration.ofSeconds(60)).until(() -> staff.nobodyIsFreeForWhoWaits());

            // And all find somebody when others are done
            staff.hurry();
            await().atMost(Duration.ofSeconds(120)).until(() -> staff.unfinished(ids) == 0);
            assertThat(staff.overloaded()).as("seen above their capacity").isEmpty();
            assertThat(staff.looks()).isGreaterThan(50);

            // And the same by what routing told everybody
            Holdings told = await().atMost(Beforehand.SOON)
                    .until(
                            () -> Holdings.toldOn(new Topic(beforehand, "beforehand.routing"), ids),
                            each -> each.assigned().equals(ids));
            assertThat(told.doubled()).as("with two owners").isEmpty();
            assertThat(told.overloaded(staff.capacities(), channels(accepted)))
                    .as("given too much")
                    .isEmpty();
        }
    }

    /** By request. */
    private static Map<String, String> channels(Map<String, Accepted> accepted) {
        Map<String, String> channels = new HashMap<>();
        accepted.forEach((conversation, each) ->
                channels.put(each.requestId(), channelOf(Integer.parseInt(conversation.replaceAll("\\D", "")))));
        return channels;
    }

    private static String channelOf(int n) {
        return CHANNELS.get(n % CHANNELS.size());
    }
}
