package io.beforehand.localstack.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What was said on the command line.
 *
 * @param width of the terminal in columns
 */
record Options(long seed, int width, boolean colours) {

    private static final int USUAL_WIDTH = 100;
    private static final int SEEDS = 10_000;

    /** Without a seed any will do, short enough to be typed. */
    static Options of(List<String> arguments) {
        return new Options(
                number(arguments, "--seed", RandomGenerator.getDefault().nextInt(1, SEEDS)),
                (int) number(arguments, "--width", USUAL_WIDTH),
                arguments.contains("--colours"));
    }

    private static long number(List<String> arguments, String option, long otherwise) {
        int at = arguments.indexOf(option);
        return at < 0 ? otherwise : Long.parseLong(arguments.get(at + 1));
    }
}
