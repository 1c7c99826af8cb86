package io.beforehand.localstack.demo;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.ClockRef;
import io.beforehand.events.Customer;
import io.beforehand.events.Event;
import io.beforehand.events.Metric;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.SlaEvent.ClockStarted;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Events of one request, as the topics would say them. */
final class Heard {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final ClockRef FIRST_RESPONSE = ClockRef.of("req-1", Metric.FIRST_RESPONSE, 1);

    private Heard() {}

    /** @param second after {@link #START} */
    static StreamEvent at(int second, Event event) {
        return new StreamEvent("req-1", 1 + second, START.plusSeconds(second), null, event);
    }

    static RequestOpened opened() {
        return new RequestOpened(
                "R-1003",
                Priority.URGENT,
                "demo",
                "billing",
                null,
                Channel.CHAT,
                "default",
                "c-1",
                null,
                new Customer("customer-1", "王芳", "demo", "zh-CN", "customer-1"),
                "m-1",
                "我被重复扣款了两次，\n请马上退回来！",
                START,
                null);
    }

    /** An answer is promised within 12 s of the start. */
    static ClockStarted promised() {
        return new ClockStarted(
                FIRST_RESPONSE, START, START.plusSeconds(12), Duration.ofSeconds(12), "demo-urgent", 1, "always", 1);
    }

    static RequestAssigned assigned() {
        return new RequestAssigned("ada", "Ada", "support", 1.0, Map.of(), "best-score");
    }

    static ReplySent answered(int second) {
        Author ada = new Author(AuthorKind.AGENT, "ada", "Ada");
        return new ReplySent("m-" + second, ada, Visibility.PUBLIC, "马上处理。", true, START.plusSeconds(second));
    }
}
