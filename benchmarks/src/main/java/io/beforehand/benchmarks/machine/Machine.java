package io.beforehand.benchmarks.machine;

import java.nio.file.Path;

/**
 * Where a figure was taken.
 *
 * @param load of the last minute before the run: on a quiet machine close to 0
 */
public record Machine(String processor, int cores, long memoryMb, String jdk, String kernel, String load) {

    public static Machine here() {
        return new Machine(
                field("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                memoryMb(field("/proc/meminfo", "MemTotal")),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Proc.read(Path.of("/proc/loadavg"))
                        .map(line -> line.split(" ")[0])
                        .orElse("?"));
    }

    private static String field(String file, String name) {
        return Proc.read(Path.of(file)).flatMap(text -> Proc.field(text, name)).orElse("?");
    }

    private static long memoryMb(String kilobytes) {
        return kilobytes.equals("?") ? 0 : Long.parseLong(kilobytes.replaceAll("\\D", "")) / 1024;
    }

    /** One line for people. */
    public String line() {
        return "%s, %d cores, %d MB, %s, JDK %s, load before the run %s"
                .formatted(processor, cores, memoryMb, kernel, jdk, load);
    }
}
