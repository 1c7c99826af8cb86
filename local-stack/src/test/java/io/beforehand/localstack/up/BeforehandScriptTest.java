package io.beforehand.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeforehandScriptTest {
    private record Ended(int exitCode, String output) {}

    @Test
    void anUnknownCommandIsToldInOneSentence() throws Exception {
        assertThat(run(List.of(), "dwon"))
                .isEqualTo(new Ended(2, "beforehand: there is no command 'dwon'; ./beforehand help lists them."));
    }

    @Test
    void anUnknownOptionIsToldBeforeAnythingStarts() throws Exception {
        assertThat(run(List.of(), "up", "--frehs"))
                .isEqualTo(new Ended(2, "beforehand: up does not know '--frehs', only --fresh."));
    }

    @Test
    void whatMailDoesNotKnowIsTold() throws Exception {
        assertThat(run(List.of(), "mail", "--row"))
                .isEqualTo(new Ended(2, "beforehand: mail does not know '--row', only a number and --raw."));
    }

    @Test
    void whatBenchDoesNotKnowIsTold() throws Exception {
        Ended unknown = run(List.of(), "bench", "pipelines");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.output()).startsWith("beforehand: bench does not know 'pipelines', only pipeline");
        assertThat(run(List.of(), "bench", "pipeline", "--rate", "fast"))
                .isEqualTo(new Ended(2, "beforehand: --rate wants a number, not 'fast'."));
        assertThat(run(List.of(), "bench", "pipeline", "--burst"))
                .isEqualTo(new Ended(2, "beforehand: --burst wants a number."));
    }

    @Test
    void whatTheDemoDoesNotKnowIsToldBeforeAnythingStarts() throws Exception {
        assertThat(run(List.of(), "demo", "--fast"))
                .isEqualTo(new Ended(2, "beforehand: demo does not know '--fast', only --fresh and --seed N."));
        assertThat(run(List.of(), "demo", "--seed", "x"))
                .isEqualTo(new Ended(2, "beforehand: demo wants a number after --seed, not 'x'."));
        assertThat(run(List.of(), "demo", "--seed"))
                .isEqualTo(new Ended(2, "beforehand: demo wants a number after --seed."));
    }

    @Test
    void aFullDiskIsToldBeforeAnythingStarts(@TempDir Path programs) throws Exception {
        // Given
        Path df = programs.resolve("df");
        Files.writeString(df, "#!/bin/sh\necho Filesystem\necho /dev/vda 100000000 99700000 307200 99% /\n");
        Files.setPosixFilePermissions(df, PosixFilePermissions.fromString("rwxr-xr-x"));

        // When
        Ended ended = run(List.of(programs.toString()), "up");

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output().lines().toList()).last().asString().contains("has only 300 MB left");
    }

    private static Ended run(List<String> firstOnPath, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("../beforehand"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        List<String> path = new ArrayList<>(firstOnPath);
        path.add(builder.environment().getOrDefault("PATH", "/usr/bin:/bin"));
        builder.environment().put("PATH", String.join(":", path));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        return new Ended(process.waitFor(), output.strip());
    }
}
