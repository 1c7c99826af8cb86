package io.beforehand.localstack;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The latest deliveries as text for a person: plain text, so that nothing in it is ever run by a browser. */
final class SinkPage {
    private static final int SHOWN = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private SinkPage() {}

    static String of(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return "Nothing has arrived yet.\n";
        }
        return "The latest webhooks, newest first:\n\n"
                + deliveries.reversed().stream()
                        .limit(SHOWN)
                        .map(SinkPage::entry)
                        .collect(Collectors.joining("\n"));
    }

    private static String entry(Delivery delivery) {
        String refused = delivery.accepted() ? "" : "  (answered " + delivery.status() + ")";
        return "%s  %s%s%n%s%n"
                .formatted(
                        TIME.format(delivery.receivedAt()),
                        delivery.path(),
                        refused,
                        delivery.body().indent(4).stripTrailing());
    }
}
