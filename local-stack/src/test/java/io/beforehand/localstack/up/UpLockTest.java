package io.beforehand.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpLockTest {
    /** As another process, as it would be: within one JVM the same lock is an error of another kind. */
    @Test
    void aSecondUpInTheSameFolderIsRefusedInOneSentence(@TempDir Path folder) throws Exception {
        // Given
        UpLock lock = UpLock.take(folder);

        // When
        Process second = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Up.class.getName(),
                        folder.toString(),
                        "0"))
                .redirectErrorStream(true)
                .start();

        // Then
        assertThat(new String(second.getInputStream().readAllBytes()).strip())
                .isEqualTo("beforehand: Beforehand is already up in " + folder + " (pid "
                        + ProcessHandle.current().pid() + "): end that one with Ctrl-C first.");
        assertThat(second.waitFor()).isEqualTo(1);
        lock.release();
    }
}
