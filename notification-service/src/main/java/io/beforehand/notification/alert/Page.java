package io.beforehand.notification.alert;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.PageKey;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.language.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notification to somebody on call about one or many alerts.
 *
 * @param alerts never empty; the most pressing first: unresolved before resolved, then by level, then by deadline
 */
record Page(List<Alert> alerts) {

    private static final Comparator<Alert> MOST_PRESSING = Comparator.comparing(Alert::isResolved)
            .thenComparing(Alert::level, Comparator.reverseOrder())
            .thenComparing(Alert::dueAt)
            .thenComparing(Alert::id);

    Page {
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("a page is about something");
        }
        alerts = alerts.stream().sorted(MOST_PRESSING).toList();
    }

    /** A page that tells of what is new and of what an older page did not get told; each alert once. */
    static Page of(List<Alert> fresh, List<Alert> carried) {
        Map<String, Alert> alerts = new HashMap<>();
        carried.forEach(alert -> alerts.put(alert.id(), alert));
        fresh.forEach(alert -> alerts.put(alert.id(), alert));
        return new Page(List.copyOf(alerts.values()));
    }

    /** The alert that the page is headed with. */
    Alert lead() {
        return alerts.getFirst();
    }

    /** The body that is sent; {@code named} bounds how many requests it names. */
    PageMessage message(String deliveryId, Language language, ZoneId zone, Instant now, int named) {
        Alert lead = lead();
        Duration left = Duration.between(now, lead.dueAt());
        return new PageMessage(
                deliveryId,
                "alert",
                lead.id(),
                lead.level(),
                lead.cause(),
                alerts.size(),
                lead.requestId(),
                lead.number(),
                lead.metric(),
                lead.dueAt(),
                left.isNegative() ? null : left,
                left.isNegative() ? left.negated() : null,
                text(new Phrases(language, zone)),
                alerts.stream().map(Alert::number).distinct().limit(named).toList(),
                key());
    }

    /** The same for every page of the alert, so that a paging tool sees one incident; intake reads it in what the tool tells. */
    private @Nullable String key() {
        return alerts.size() == 1 ? new PageKey(lead().requestId(), lead().id()).text() : null;
    }

    private String text(Phrases phrases) {
        PageWords words = PageWords.in(phrases.language());
        Alert lead = lead();
        String first = words.sentence(lead, phrases.exactly(lead.dueAt()));
        if (alerts.size() == 1) {
            return first;
        }
        List<Alert> others = alerts.subList(1, alerts.size());
        long over = others.stream().filter(Alert::isResolved).count();
        long breached = others.stream()
                .filter(alert -> !alert.isResolved() && alert.level() == AlertLevel.BREACH)
                .count();
        return first + words.more(breached, others.size() - over - breached, over);
    }
}
