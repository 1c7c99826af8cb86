package io.beforehand.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.localstack.ChildProcess.Signal;
import io.beforehand.localstack.Guard.Afterwards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    @Test
    void aKilledJvmLeavesNoProcessAndItsDataBehind(@TempDir Path folder) throws Exception {
        // Given
        Process guarded = guarded(folder, Afterwards.STOP);

        // When
        guarded.destroyForcibly().waitFor();

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> !child(folder).running());
        assertThat(folder.resolve("part/data")).exists();
    }

    @Test
    void aKilledTestJvmLeavesNothingBehind(@TempDir Path temporary) throws Exception {
        // Given
        Path folder = temporary.resolve("stack");
        Process guarded = guarded(folder, Afterwards.REMOVE);

        // When
        guarded.destroyForcibly().waitFor();

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> !Files.exists(folder));
    }

    @Test
    void aRecordedPidThatIsSomebodyElsesNowIsLeftAlone(@TempDir Path folder) throws Exception {
        // Given
        ChildProcess child = child(folder);
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(folder.resolve("part/child.pid"), stranger.pid() + "\n-f " + folder + "\nTERM\n");

        // When
        child.kill();
        child.stop(Duration.ofSeconds(1));

        // Then
        assertThat(child.running()).isFalse();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    /** A JVM that guards the folder and has started a child there. */
    private static Process guarded(Path folder, Afterwards afterwards) throws IOException {
        Process jvm = new ProcessBuilder(
                        OwnLibraries.javaProgram().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Guarded.class.getName(),
                        folder.toString(),
                        afterwards.name())
                .start();
        assertThat(jvm.inputReader().readLine()).isEqualTo("started");
        return jvm;
    }

    private static ChildProcess child(Path folder) throws IOException {
        Path part = Files.createDirectories(folder.resolve("part"));
        return new ChildProcess("child", part, "-f " + part.resolve("data"), Signal.TERM);
    }

    static final class Guarded {
        private Guarded() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            ChildProcess child = child(folder);
            Files.createFile(folder.resolve("part/data"));
            Guard.over(folder, Afterwards.valueOf(arguments[1]));
            child.start(List.of("tail", "-f", folder.resolve("part/data").toString()), Map.of());
            System.out.println("started");
            Thread.currentThread().join();
        }
    }
}
