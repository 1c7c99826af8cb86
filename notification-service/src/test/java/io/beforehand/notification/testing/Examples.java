package io.beforehand.notification.testing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.ClockRef;
import io.beforehand.events.Customer;
import io.beforehand.events.Mail;
import io.beforehand.events.Metric;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestQueued;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.ClockStarted;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.events.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as the other services tell them. */
public final class Examples {

    private Examples() {}

    public static String requestId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** A request of Wang's over a channel account, in his language. */
    public static RequestOpened opened(String number, Channel channel, String account, String locale) {
        return opened(number, channel, account, new Customer("C-1001", "王小明", null, locale, "wang@example.com"), null);
    }

    /** A request of Wang's by mail. */
    public static RequestOpened openedByMail(String number, String account, boolean automatic) {
        Customer wang = new Customer("wang@example.com", "王小明", null, "zh-CN", "wang@example.com");
        return opened(number, Channel.EMAIL, account, wang, new Mail("1@example.com", List.of(), "k7q2x9", automatic));
    }

    public static RequestOpened opened(
            String number, Channel channel, String account, Customer customer, @Nullable Mail mail) {
        return new RequestOpened(
                number,
                Priority.STANDARD,
                null,
                "billing",
                null,
                channel,
                account,
                "conv-" + number,
                mail == null ? null : "退款什么时候到？",
                customer,
                "m-1",
                "退款什么时候到?",
                Instant.now(),
                mail);
    }

    public static ClockStarted clockStarted(String requestId, Metric metric, Instant dueAt) {
        return new ClockStarted(
                ClockRef.of(requestId, metric, 1),
                Instant.now(),
                dueAt,
                Duration.ofHours(1),
                "standard",
                1,
                "always",
                1);
    }

    public static RequestAssigned assigned(String name) {
        return new RequestAssigned("ada", name, "billing", 0.8, Map.of("skill", 0.8), "best-score");
    }

    public static RequestQueued queued(int position) {
        return new RequestQueued("billing", position, Duration.ofMinutes(7));
    }

    public static ReplySent reply(String messageId, String text, boolean deliver, Visibility visibility) {
        return new ReplySent(
                messageId, new Author(AuthorKind.AGENT, "ada", "Ada"), visibility, text, deliver, Instant.now());
    }

    public static WarningRaised warning(String requestId, Instant dueAt) {
        return new WarningRaised(
                ClockRef.of(requestId, Metric.FIRST_RESPONSE, 1), "75%", dueAt, Duration.ofMinutes(15), false);
    }

    public static DeadlineBreached breach(String requestId, Instant dueAt) {
        return new DeadlineBreached(
                ClockRef.of(requestId, Metric.FIRST_RESPONSE, 1), dueAt, Duration.ofMillis(20), false);
    }

    public static ClockMet met(String requestId, Instant dueAt) {
        return new ClockMet(ClockRef.of(requestId, Metric.FIRST_RESPONSE, 1), Instant.now(), dueAt, true);
    }
}
