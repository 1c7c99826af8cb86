package io.beforehand.benchmarks.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is measured. All lengths follow from that of the sustained phase.
 *
 * @param folder of the stack's data and of the results
 * @param rate requests a second in the sustained phase
 * @param seconds of the sustained phase, 6 or more
 * @param burst requests a second in the burst
 * @param mails a second
 * @param slack messages of Slack a second
 */
public record Options(Path folder, int rate, int seconds, int burst, int mails, int slack) {
    private static final int RATE = 200;
    private static final int SECONDS = 60;
    private static final int BURST = 1_000;
    private static final int MAILS = 50;
    private static final int SLACK = 100;
    private static final int SHORTEST = 6;
    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(2);

    public Options {
        if (rate < 1 || burst < 1 || mails < 1 || slack < 1 || seconds < SHORTEST) {
            throw new IllegalArgumentException("rates must be 1 or more and the seconds " + SHORTEST + " or more");
        }
    }

    /** @param arguments the folder, then names as {@code --rate}, each with its number */
    static Options of(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        Path folder = Path.of(words.removeFirst()).toAbsolutePath();
        Map<String, Integer> numbers = new HashMap<>();
        while (words.size() > 1) {
            numbers.put(words.removeFirst(), Integer.valueOf(words.removeFirst()));
        }
        return new Options(
                folder,
                numbers.getOrDefault("--rate", RATE),
                numbers.getOrDefault("--seconds", SECONDS),
                numbers.getOrDefault("--burst", BURST),
                numbers.getOrDefault("--mails", MAILS),
                numbers.getOrDefault("--slack", SLACK));
    }

    Duration sustained() {
        return Duration.ofSeconds(seconds);
    }

    Duration warmUp() {
        return sustained().dividedBy(2);
    }

    Duration burstLength() {
        return sustained().dividedBy(2);
    }

    /** Of each native channel, after a warm-up of half of it. */
    Duration channel() {
        return sustained().dividedBy(2);
    }

    /** Of each rate that is tried. */
    Duration step() {
        return sustained().dividedBy(6);
    }

    /** Of each of the machine's limits. */
    Duration limit() {
        Duration length = sustained().dividedBy(12);
        return length.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : length;
    }

    /** The requests of the largest phase that is planned. */
    int largestPhase() {
        int channels = Math.toIntExact(Math.max(mails, slack) * channel().toSeconds());
        return Math.max(
                channels,
                Math.max(rate * seconds, Math.toIntExact(burst * burstLength().toSeconds())));
    }
}
