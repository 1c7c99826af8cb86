package io.beforehand.sla.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Requests that were paused just before a deadline again and again. A hint to look, not a judgement: the customer may really
 * have been asked for something each time.
 *
 * @param items the requests, who gained most first
 * @param totals by agent and reason, the most gained first
 */
public record PauseReport(Instant from, Instant to, List<Item> items, List<Total> totals) {

    /** How often makes again and again. */
    static final int AGAIN = 2;

    public PauseReport {
        items = List.copyOf(items);
        totals = List.copyOf(totals);
    }

    /**
     * One clock that was paused with little left.
     *
     * @param until missing while it lasts
     * @param left share of the goal that was left, negative never
     * @param reason what was said, or the status if nothing was
     * @param agent who had the request then; empty if nobody had
     * @param gainedSeconds working time that the pause took out; 0 while it lasts
     */
    record ClockPause(
            String requestId,
            String clock,
            Instant from,
            Optional<Instant> until,
            double left,
            String reason,
            String party,
            String agent,
            String team,
            double gainedSeconds) {}

    /** @param gainedSeconds by its pauses together */
    public record Item(String requestId, List<NearPause> pauses, double gainedSeconds) {

        public Item {
            pauses = List.copyOf(pauses);
        }
    }

    /**
     * One pause of a request, which may stop several clocks.
     *
     * @param clocks those that had little left
     * @param left the smallest share of a goal that was left
     * @param gainedSeconds the most that a clock gained by it; missing while it lasts
     */
    public record NearPause(
            Instant from,
            Optional<Instant> until,
            List<String> clocks,
            double left,
            String reason,
            Optional<String> party,
            Optional<String> agent,
            Optional<String> team,
            Optional<Double> gainedSeconds) {

        public NearPause {
            clocks = List.copyOf(clocks);
        }

        static NearPause of(List<ClockPause> clocks) {
            ClockPause first = clocks.getFirst();
            return new NearPause(
                    first.from,
                    first.until,
                    clocks.stream().map(ClockPause::clock).sorted().toList(),
                    Numbers.rounded(
                            clocks.stream().mapToDouble(ClockPause::left).min().orElseThrow()),
                    first.reason,
                    said(first.party),
                    said(first.agent),
                    said(first.team),
                    first.until.map(_ -> clocks.stream()
                            .mapToDouble(ClockPause::gainedSeconds)
                            .max()
                            .orElseThrow()));
        }

        private static Optional<String> said(String text) {
            return Optional.of(text).filter(word -> !word.isEmpty());
        }
    }

    /** What an agent gained for a reason. */
    public record Total(Optional<String> agent, String reason, int requests, int pauses, double gainedSeconds) {}

    /** @param pauses that began with little left, in any order */
    static PauseReport of(Period period, List<ClockPause> pauses) {
        Map<String, Map<Instant, List<ClockPause>>> byRequest = new LinkedHashMap<>();
        for (ClockPause pause : pauses) {
            byRequest
                    .computeIfAbsent(pause.requestId, _ -> new TreeMap<>())
                    .computeIfAbsent(pause.from, _ -> new ArrayList<>())
                    .add(pause);
        }
        List<Item> items = new ArrayList<>();
        byRequest.forEach((requestId, byMoment) -> {
            if (byMoment.size() >= AGAIN) {
                List<NearPause> near =
                        byMoment.values().stream().map(NearPause::of).toList();
                items.add(new Item(requestId, near, gained(near)));
            }
        });
        items.sort(Comparator.comparingDouble(Item::gainedSeconds).reversed().thenComparing(Item::requestId));
        return new PauseReport(period.from(), period.to(), items, totals(items));
    }

    private static List<Total> totals(List<Item> items) {
        Map<List<Object>, Map<String, List<NearPause>>> groups = new LinkedHashMap<>();
        for (Item item : items) {
            for (NearPause pause : item.pauses) {
                groups.computeIfAbsent(List.of(pause.agent, pause.reason), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(item.requestId, _ -> new ArrayList<>())
                        .add(pause);
            }
        }
        return groups.values().stream()
                .map(requests -> {
                    List<NearPause> pauses =
                            requests.values().stream().flatMap(List::stream).toList();
                    NearPause first = pauses.getFirst();
                    return new Total(first.agent, first.reason, requests.size(), pauses.size(), gained(pauses));
                })
                .sorted(Comparator.comparingDouble(Total::gainedSeconds)
                        .reversed()
                        .thenComparing(total -> total.agent().orElse(""))
                        .thenComparing(Total::reason))
                .toList();
    }

    private static double gained(List<NearPause> pauses) {
        return pauses.stream()
                .mapToDouble(pause -> pause.gainedSeconds.orElse(0.0))
                .sum();
    }
}
