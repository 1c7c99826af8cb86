package io.beforehand.benchmarks.classification;

import io.beforehand.intake.classification.LabelledMessage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * What it costs to assess a message, in microseconds of processor time, whatever else runs on the machine: the median over rounds of
 * the mean of a round, after as many to warm up.
 *
 * @param usual a message of the labelled set
 * @param longest one of which as much is looked at as ever is
 */
record Cost(double usual, double longest) {

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 41;
    private static final int LONG = 4_000;

    static Cost of(Way way, List<LabelledMessage> messages) {
        return new Cost(micros(way, messages), micros(way, lengthened(messages)));
    }

    private static double micros(Way way, List<LabelledMessage> messages) {
        run(way, messages);
        return run(way, messages).stream().sorted().toList().get(ROUNDS / 2);
    }

    private static List<Double> run(Way way, List<LabelledMessage> messages) {
        List<Double> means = new ArrayList<>();
        int decided = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = PROCESSOR.getCurrentThreadCpuTime();
            for (LabelledMessage message : messages) {
                decided += way.assess(message).category().reason().length();
            }
            means.add((PROCESSOR.getCurrentThreadCpuTime() - start) / 1_000.0 / messages.size());
        }
        if (decided == 0) {
            throw new IllegalStateException("nothing was assessed");
        }
        return means;
    }

    private static List<LabelledMessage> lengthened(List<LabelledMessage> messages) {
        StringBuilder all = new StringBuilder();
        messages.forEach(message -> all.append(message.said()).append('\n'));
        List<LabelledMessage> longOnes = new ArrayList<>();
        for (int i = 0; i + LONG < all.length(); i += LONG) {
            LabelledMessage one = messages.getFirst();
            longOnes.add(new LabelledMessage(
                    one.id(),
                    one.split(),
                    one.language(),
                    one.category(),
                    one.mood(),
                    null,
                    null,
                    false,
                    null,
                    all.substring(i, i + LONG)));
        }
        return longOnes;
    }
}
