package io.beforehand.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Leaves no orphans: a small shell process that waits for this JVM to end, in whatever way (the pipe between them
 * closes), and then ends every process that has a pid file in the guarded folder.
 */
public final class Guard {
    /** What becomes of the processes and their data once we are gone. */
    public enum Afterwards {
        /** Asked to end, killed ten seconds later; the data stays. */
        STOP,
        /** Killed at once, and the folder is removed. */
        REMOVE
    }

    private Guard() {}

    /** Guards the folder for the rest of this JVM's life. */
    public static void over(Path folder, Afterwards afterwards) {
        try (InputStream script = Objects.requireNonNull(Guard.class.getResourceAsStream("guard.sh"))) {
            List<String> command = new ArrayList<>();
            Programs.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
            command.addAll(List.of(
                    "sh",
                    "-c",
                    new String(script.readAllBytes(), StandardCharsets.UTF_8),
                    "beforehand-guard",
                    folder.toAbsolutePath().toString(),
                    afterwards.name()));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            keepPipeOpen(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing but a living thread keeps the pipe from being collected, and closed, before the JVM ends. */
    private static void keepPipeOpen(Process process) {
        Thread.ofPlatform().daemon().name("local-stack-guard").start(() -> {
            try {
                process.waitFor();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
