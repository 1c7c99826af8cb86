package io.beforehand.benchmarks.timers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is measured.
 *
 * @param folder of the stack's data and of the results
 * @param rate alarms due each second in the steady phase
 * @param seconds of the steady phase
 * @param background alarms outstanding besides, due long after the run
 * @param burst alarms due within one second
 * @param moves requests opened, then answered, to measure arming and cancelling
 * @param quick a tenth of everything, without the search for the highest rate
 * @param alone without peers
 */
public record Options(
        Path folder, int rate, int seconds, int background, int burst, int moves, boolean quick, boolean alone) {

    public Options {
        if (rate < 1 || seconds < 1 || background < 0 || burst < 1 || moves < 1) {
            throw new IllegalArgumentException("rates, seconds and numbers of alarms must be 1 or more");
        }
    }

    /** @param arguments the folder, then names as {@code --rate}, each with its number, and perhaps {@code --quick} or {@code --alone} */
    static Options of(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        Path folder = Path.of(words.removeFirst()).toAbsolutePath();
        boolean quick = words.remove("--quick");
        boolean alone = words.remove("--alone");
        Map<String, Integer> numbers = new HashMap<>();
        while (words.size() > 1) {
            numbers.put(words.removeFirst(), Integer.valueOf(words.removeFirst()));
        }
        return new Options(
                folder,
                numbers.getOrDefault("--rate", 1_000),
                numbers.getOrDefault("--seconds", quick ? 10 : 30),
                numbers.getOrDefault("--background", quick ? 100_000 : 1_000_000),
                numbers.getOrDefault("--burst", quick ? 10_000 : 100_000),
                numbers.getOrDefault("--moves", quick ? 5_000 : 50_000),
                quick,
                alone);
    }

    Duration steady() {
        return Duration.ofSeconds(seconds);
    }

    /** Before the steady phase, at its rate: the optimising compiler goes on for most of a minute on two cores that are not idle. */
    Duration warmUp() {
        return Duration.ofSeconds(quick ? 15 : 60);
    }

    /** Before each of the other phases, of which there are many. */
    Duration shortWarmUp() {
        return Duration.ofSeconds(quick ? 15 : 30);
    }

    /** Of each rate that is tried. */
    Duration step() {
        return Duration.ofSeconds(10);
    }
}
