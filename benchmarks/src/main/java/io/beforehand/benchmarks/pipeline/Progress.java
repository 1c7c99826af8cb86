package io.beforehand.benchmarks.pipeline;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the run is at, with the seconds since its beginning. */
public final class Progress {
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final long start = System.nanoTime();

    public void step(String what) {
        out.println("  %5.1f s  %s".formatted((System.nanoTime() - start) / 1e9, what));
    }

    public void print(String text) {
        out.println(text);
    }
}
