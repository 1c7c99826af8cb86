package io.beforehand.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.localstack.ChildProcess.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final int PROGRAMS = 20;
    private static final int LOOKS = 500;

    /** The start goes through several programs, and between two of them a process has no command line. */
    @RepeatedTest(10)
    void aProcessThatWasStartedRunsUntilItIsEnded(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.createFile(folder.resolve("file"));
        ChildProcess child = new ChildProcess("child", folder, "-f " + file, Signal.TERM);
        List<String> next = List.of("sh", "-c", "exec \"$@\"", "next");
        List<String> chain = new ArrayList<>();
        for (int program = 0; program < PROGRAMS; program++) {
            chain.addAll(next);
        }
        chain.addAll(List.of("tail", "-f", file.toString()));

        // When
        child.start(chain, Map.of());

        // Then
        for (int look = 0; look < LOOKS; look++) {
            assertThat(child.running()).as("look %d", look).isTrue();
        }
        child.stop(Duration.ofSeconds(5));
        assertThat(child.running()).isFalse();
    }
}
