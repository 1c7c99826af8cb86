package io.beforehand.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.StreamEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what the system says into lines. It knows nothing but that: events of the four topics, in the order they are heard, and
 * messages that reached the sinks.
 */
final class Narrator {

    private static final int MOST_EARLY = 1_000;
    private static final int MOST_WORDS = 1_000;

    private final Ledger ledger = new Ledger();
    private final Tally tally = new Tally();
    private final Map<String, List<StreamEvent>> early = new HashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();

    /** Takes note of what happened before anybody watched. */
    synchronized void learn(StreamEvent event) {
        ledger.before(event);
        ledger.after(event);
    }

    /** Topics have no order between them: what is heard of a request before its opening is told after that. */
    synchronized List<Line> hear(StreamEvent event) {
        List<Line> lines = new ArrayList<>();
        boolean opens = event.event() instanceof io.beforehand.events.RequestEvent.RequestOpened;
        if (!opens && ledger.find(event.requestId()).isEmpty()) {
            if (early.size() < MOST_EARLY) {
                early.computeIfAbsent(event.requestId(), _ -> new ArrayList<>()).add(event);
            }
            return lines;
        }
        tell(event).ifPresent(lines::add);
        if (opens && early.containsKey(event.requestId())) {
            early.remove(event.requestId()).stream()
                    .sorted(StreamEvent.HISTORY_ORDER)
                    .forEach(waiting -> tell(waiting).ifPresent(lines::add));
        }
        return lines;
    }

    private Optional<Line> tell(StreamEvent event) {
        ledger.before(event);
        tally.count(event.event());
        Optional<Line> line = ledger.find(event.requestId())
                .flatMap(subject -> new Telling(subject, event.time(), words).of(event.event()));
        ledger.after(event);
        return line;
    }

    /** A message that reached a customer: its words are told when the system says that it was sent. */
    synchronized void read(JsonNode message) {
        words.put(message.path("deliveryId").asText(), message.path("text").asText());
        if (words.size() > MOST_WORDS) {
            words.remove(words.keySet().iterator().next());
        }
    }

    /** A page that reached the people on call. */
    synchronized Line page(JsonNode page, Instant at) {
        tally.countPage();
        return Pages.line(page, ledger, at);
    }

    synchronized String tally() {
        List<Subject> open = ledger.open();
        return tally.told(open.size(), (int)
                open.stream().filter(subject -> subject.owner().isEmpty()).count());
    }

    /** The requests that are not settled, oldest first. */
    synchronized List<Subject> open() {
        return ledger.open();
    }
}
