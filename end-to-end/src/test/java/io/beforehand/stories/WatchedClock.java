package io.beforehand.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.localstack.Service;
import io.beforehand.stories.Follower.Heard;
import io.beforehand.stories.Topic.Told;
import java.util.List;
import java.util.TreeMap;

/** One clock of a request, as the topic and the service tell of it. */
record WatchedClock(Beforehand beforehand, Follower follower, String requestId, String id) {

    static WatchedClock of(Beforehand beforehand, Follower follower, String requestId, String metric, int cycle) {
        return new WatchedClock(beforehand, follower, requestId, requestId + ":" + metric + ":" + cycle);
    }

    /** Waits until it stands so, and this and nothing else was told of it, in that order. */
    void awaitState(String state, String... events) {
        awaitTold(events);
        assertThat(now().get("state").asText()).as(id).isEqualTo(state);
    }

    void awaitTold(String... events) {
        await().atMost(Beforehand.SOON)
                .untilAsserted(
                        () -> assertThat(told()).as(id).extracting(Told::event).containsExactly(events));
    }

    /** What was told of it, copies left out, and what was ready to be told but was not. */
    List<Told> told() {
        TreeMap<Long, Told> bySequence = new TreeMap<>();
        follower.about(requestId).stream()
                .map(Heard::told)
                .filter(told -> told.clock().equals(id) && !told.event().equals("warning-withdrawn"))
                .forEach(told -> bySequence.putIfAbsent(told.sequence(), told));
        return List.copyOf(bySequence.values());
    }

    /** What the service says of it. */
    JsonNode now() {
        for (JsonNode clock : beforehand
                .read(Service.SLA, "/v1/requests/" + requestId + "/clocks")
                .get("clocks")) {
            if (clock.get("id").asText().equals(id)) {
                return clock;
            }
        }
        throw new AssertionError(id + " is unknown");
    }
}
