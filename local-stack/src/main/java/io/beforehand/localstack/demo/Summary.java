package io.beforehand.localstack.demo;

import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.Service;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is told before the first line and at the end of each minute: how it went, and where to look. */
record Summary(LocalStack stack, int width) {

    String opening(long seed) {
        StringBuilder promises = new StringBuilder();
        for (Promises each : Promises.ALL) {
            promises.append("  %-14s first answer within %d s, further ones within %d s, all settled within %d s%n"
                    .formatted(
                            Words.of(each.priority()), each.firstResponse(), each.nextResponse(), each.resolution()));
        }
        return """

                A service desk on an ordinary day, with seconds in the place of hours. Customers write, four agents
                answer two at a time, go to lunch, and forget somebody now and then. What you see is what the running
                system says. It promised its customers:

                %s
                Updates come 5 s after the acknowledgement at the earliest, and on call is told every 10 s at the most,
                where it is 5 minutes and 1 minute otherwise. Ctrl-C stops all. The same again: --seed %d
                """.formatted(promises, seed);
    }

    /** @param minutes since the beginning */
    String after(int minutes, Narrator narrator, Instant now) {
        String title = "── after " + minutes + (minutes == 1 ? " minute " : " minutes ");
        String rule = "─".repeat(Math.max(2, Math.min(width, 100) - title.length()));
        return "\n" + title + rule + "\n"
                + String.join("\n", Columns.wrap(narrator.tally(), Math.min(width, 100)))
                + "\n\n" + lookNext(narrator.open(), now)
                + "─".repeat(Math.min(width, 100)) + "\n";
    }

    private String lookNext(List<Subject> open, Instant now) {
        String auth = " -H \"$AUTH\"";
        String risk = atRisk(open)
                .map(subject ->
                        "# %s, %s: its promises, and when the next warning comes%ncurl -sS %s/v1/requests/%s/clocks%s%n"
                                .formatted(
                                        subject.number(),
                                        state(subject, now),
                                        stack.service(Service.SLA).url(),
                                        subject.id(),
                                        auth))
                .orElse("");
        return """
                Where to look next, in another terminal:
                AUTH="Authorization: Bearer $(cat '%s')"
                %scurl -sS %s/v1/queue%s  # who waits for whom
                curl -sS '%s/v1/alerts?state=open'%s  # what on call was told
                ./beforehand mail  # mails to customers; webhooks: %s
                """.formatted(
                        stack.folder().resolve("operator-token"),
                        risk,
                        stack.service(Service.ROUTING).url(),
                        auth,
                        stack.service(Service.NOTIFICATION).url(),
                        auth,
                        stack.sink().url("/"));
    }

    private static Optional<Subject> atRisk(List<Subject> open) {
        return open.stream()
                .filter(subject -> subject.answerOwed().isPresent())
                .min(Comparator.comparing(
                        subject -> subject.answerOwed().orElseThrow().dueAt()));
    }

    private static String state(Subject subject, Instant now) {
        return Words.left(subject.answerOwed().orElseThrow().dueAt(), now);
    }
}
