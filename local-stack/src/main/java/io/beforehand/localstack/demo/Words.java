package io.beforehand.localstack.demo;

import io.beforehand.events.Channel;
import io.beforehand.events.Metric;
import io.beforehand.events.Priority;
import java.time.Duration;
import java.time.Instant;

/** Words that several lines use. */
final class Words {

    private Words() {}

    /** To the second, as people say it. */
    static String span(Duration duration) {
        long seconds = (duration.abs().toMillis() + 500) / 1000;
        if (seconds < 1) {
            return "less than 1 s";
        }
        return seconds < 120
                ? seconds + " s"
                : seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }

    /** How much time is left, or how late it is. */
    static String left(Instant dueAt, Instant now) {
        Duration left = Duration.between(now, dueAt);
        return left.isNegative() ? span(left) + " late" : span(left) + " left";
    }

    static String by(Channel channel) {
        return switch (channel) {
            case VOICE -> "by phone";
            case CHAT -> "by chat";
            case EMAIL -> "by mail";
            case SMS -> "by text message";
            case SOCIAL -> "on social media";
            case APP -> "in the app";
            case WEB -> "on the web";
        };
    }

    static String of(Priority priority) {
        return switch (priority) {
            case URGENT -> "urgent";
            case HIGH -> "high priority";
            case STANDARD -> "ordinary";
        };
    }

    /** What is owed to the customer. */
    static String owed(Metric metric, String customer) {
        return switch (metric.name()) {
            case "acknowledgement" -> "word to " + customer + " that it arrived";
            case "assignment" -> "somebody who looks after " + customer;
            case "first-response" -> "an answer to " + customer;
            case "next-response" -> "a further answer to " + customer;
            case "update" -> "word of progress to " + customer;
            case "resolution" -> "a solution for " + customer;
            default -> metric.name() + " for " + customer;
        };
    }
}
