package io.beforehand.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the people on call are told, as a line. */
final class Pages {

    private Pages() {}

    static Line line(JsonNode page, Ledger ledger, Instant at) {
        String number = page.path("number").asText();
        Optional<Subject> subject = ledger.byNumber(number);
        String customer = subject.map(Subject::customer).orElse("a customer");
        String owed = Words.owed(new Metric(page.path("metric").asText()), customer);
        int others = page.path("count").asInt(1) - 1;
        String text = "is told: " + owed + " is " + state(page)
                + subject.map(Subject::owner)
                        .filter(owner -> !owner.isEmpty())
                        .map(owner -> "; " + owner + " has it")
                        .orElse("")
                + (others > 0 ? "; and " + others + " more in danger, late or over" : "");
        return new Line(at, number, Label.ON_CALL, text, "");
    }

    private static String state(JsonNode page) {
        if (page.hasNonNull("lateBy")) {
            return Words.span(Duration.parse(page.path("lateBy").asText())) + " late";
        }
        String left = Words.span(Duration.parse(page.path("left").asText("PT0S"))) + " left";
        return page.path("level").asText().equals("forecast") ? "going to be late, " + left : "in danger, " + left;
    }
}
