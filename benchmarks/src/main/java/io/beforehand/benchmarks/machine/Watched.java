package io.beforehand.benchmarks.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One part of the system.
 *
 * @param withDescendants whether the processes that it started belong to it
 */
public record Watched(String name, ProcessHandle process, boolean withDescendants) {

    /** Seconds of processor time since it started, descendants that have ended included. */
    double cpuSeconds() {
        return all().stream().mapToDouble(each -> cpuSeconds(each.pid())).sum();
    }

    /** Its memory now, in megabytes; what several processes share counts once. */
    double residentMb() {
        List<ProcessHandle> all = all();
        return all.size() == 1
                ? megabytes(process.pid(), "status", "VmRSS")
                : all.stream()
                        .mapToDouble(each -> megabytes(each.pid(), "smaps_rollup", "Pss:"))
                        .sum();
    }

    private List<ProcessHandle> all() {
        return withDescendants
                ? Stream.concat(Stream.of(process), process.descendants()).toList()
                : List.of(process);
    }

    private static double megabytes(long pid, String file, String field) {
        return Proc.read(path(pid, file))
                .map(text -> Proc.megabytes(text, field))
                .orElse(0.0);
    }

    private double cpuSeconds(long pid) {
        return Proc.read(path(pid, "stat"))
                .map(text -> Proc.cpuSeconds(text, withDescendants))
                .orElse(0.0);
    }

    private static Path path(long pid, String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }
}
