package io.beforehand.localstack.up;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The terminal: plain lines in UTF-8, whatever the locale says, so that they also read well in a file. */
public final class Screen {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final long start;

    /** @param alreadyPassed what the script spent before us */
    Screen(Duration alreadyPassed) {
        this.start = System.nanoTime() - alreadyPassed.toNanos();
    }

    /** A step on the way up, with the seconds since the beginning. */
    public void step(String what) {
        out.println("  %5.1f s  %s".formatted(secondsPassed(), what));
    }

    /** Something that happened while everything runs, with the time of day. */
    public void event(String what) {
        out.println(CLOCK.format(LocalTime.now()) + "  " + what);
    }

    public void line(String text) {
        out.println(text);
    }

    public double secondsPassed() {
        return (System.nanoTime() - start) / 1e9;
    }
}
