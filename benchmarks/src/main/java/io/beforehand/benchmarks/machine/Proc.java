package io.beforehand.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The texts of {@code /proc}, see proc(5). */
final class Proc {
    /** Ticks per second: USER_HZ, 100 on every system that Linux has had for twenty years. */
    private static final double TICKS = 100;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Proc() {}

    /** Empty when the process has ended, or there is no such file on this system. */
    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The value of a line {@code name: value}. */
    static Optional<String> field(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    /** The value of a line {@code name: value kB}, in megabytes. */
    static double megabytes(String text, String name) {
        return field(text, name)
                .map(value -> Long.parseLong(value.split(" ")[0]) / 1024.0)
                .orElse(0.0);
    }

    /**
     * Seconds of processor time in {@code /proc/PID/stat}.
     *
     * @param withChildren also what children took that have ended and were waited for
     */
    static double cpuSeconds(String stat, boolean withChildren) {
        List<String> fields =
                List.of(stat.substring(stat.lastIndexOf(')') + 2).strip().split(" "));
        Stream<Integer> own = Stream.of(USER, SYSTEM);
        Stream<Integer> ended = withChildren ? Stream.of(CHILDREN_USER, CHILDREN_SYSTEM) : Stream.empty();
        return Stream.concat(own, ended)
                        .mapToLong(i -> Long.parseLong(fields.get(i)))
                        .sum()
                / TICKS;
    }

    /** Seconds in which any processor did anything, since the start of the system: the first line of {@code /proc/stat}. */
    static double busySeconds(String stat) {
        String[] fields = stat.lines().findFirst().orElseThrow().strip().split(" +");
        long busy = 0;
        for (int i = 1; i <= 8; i++) {
            boolean idle = i == 4 || i == 5;
            busy += idle ? 0 : Long.parseLong(fields[i]);
        }
        return busy / TICKS;
    }
}
