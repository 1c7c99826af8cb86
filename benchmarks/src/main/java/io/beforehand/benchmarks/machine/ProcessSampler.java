package io.beforehand.benchmarks.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the parts of the system once a second, phase by phase. */
public final class ProcessSampler implements AutoCloseable {
    /** The name under which {@link #phase()} lists what everybody else on the machine took. */
    public static final String OTHERS = "others on this machine";

    private final List<Watched> parts;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sampler").factory());
    private final Map<String, double[]> memory = new HashMap<>();
    private Map<String, Double> cpuBefore = Map.of();
    private double busyBefore;

    public ProcessSampler(List<Watched> parts) {
        this.parts = List.copyOf(parts);
        begin();
        timer.scheduleAtFixedRate(this::sample, 1, 1, TimeUnit.SECONDS);
    }

    /** From now on counts a new phase. */
    public synchronized void begin() {
        memory.clear();
        cpuBefore = cpu();
        busyBefore = busy();
        sample();
    }

    /** What the phase took so far, part by part, the others last. */
    public synchronized List<ProcessUse> phase() {
        sample();
        Map<String, Double> cpu = cpu();
        List<ProcessUse> uses = new ArrayList<>();
        double ours = 0;
        for (Watched part : parts) {
            double seconds = of(cpu, part) - of(cpuBefore, part);
            double[] seen = memory.getOrDefault(part.name(), new double[3]);
            uses.add(new ProcessUse(part.name(), seconds, seen[0] / Math.max(1, seen[1]), seen[2]));
            ours += seconds;
        }
        uses.add(new ProcessUse(OTHERS, Math.max(0, busy() - busyBefore - ours), 0, 0));
        return uses;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Sum, count and peak. */
    private synchronized void sample() {
        for (Watched part : parts) {
            double now = part.residentMb();
            memory.merge(part.name(), new double[] {now, 1, now}, (seen, one) ->
                    new double[] {seen[0] + one[0], seen[1] + 1, Math.max(seen[2], one[2])});
        }
    }

    private Map<String, Double> cpu() {
        Map<String, Double> seconds = new HashMap<>();
        parts.forEach(part -> seconds.put(part.name(), part.cpuSeconds()));
        return seconds;
    }

    private static double of(Map<String, Double> cpu, Watched part) {
        return cpu.getOrDefault(part.name(), 0.0);
    }

    private static double busy() {
        return Proc.read(Path.of("/proc/stat")).map(Proc::busySeconds).orElse(0.0);
    }
}
