package io.beforehand.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process in a session of its own (Ctrl-C at our terminal does not reach it), known by its pid file rather than by a
 * handle: another class loader, another JVM or the {@link Guard} finds the same process there. A pid counts only while
 * the command line of that process carries the mark, so a number given to somebody else is never signalled.
 */
final class ChildProcess {
    enum Signal {
        INT,
        TERM,
        KILL,
        STOP,
        CONT
    }

    private static final String PID = ".pid";
    private static final long LARGEST_LOG = 20_000_000;

    private final Path pidFile;
    private final Path log;
    private final String mark;
    private final Signal politely;

    /** What this object itself started last. */
    private volatile @Nullable Process started;

    /**
     * @param folder where the pid file and the log live
     * @param mark whole arguments of the command line that no other process has, near its beginning
     * @param politely the signal that asks it to end
     */
    ChildProcess(String name, Path folder, String mark, Signal politely) {
        this.pidFile = folder.resolve(name + PID);
        this.log = folder.resolve(name + ".log");
        this.mark = mark;
        this.politely = politely;
    }

    /** The processes whose pid files lie in the folder, running or not. */
    static List<ChildProcess> recordedIn(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            List<ChildProcess> recorded = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(PID)).toList()) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() == 3) {
                    String name = file.getFileName().toString().replace(PID, "");
                    recorded.add(new ChildProcess(name, folder, lines.get(1), Signal.valueOf(lines.get(2))));
                }
            }
            return recorded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log() {
        return log;
    }

    void start(List<String> command, Map<String, String> environment) {
        if (running()) {
            return;
        }
        List<String> inOwnSession = new ArrayList<>();
        Programs.find("setsid").ifPresent(setsid -> inOwnSession.add(setsid.toString()));
        inOwnSession.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(inOwnSession)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(ChildProcess::isForUsAlone);
        builder.environment().putAll(environment);
        try {
            rotateLog();
            Process process = builder.start();
            started = process;
            Files.writeString(pidFile, process.pid() + "\n" + mark + "\n" + politely + "\n");
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    /** A service would take {@code BEFOREHAND_KAFKA_PORT} for a setting of its own. */
    private static boolean isForUsAlone(String variable) {
        return variable.startsWith("BEFOREHAND_") && variable.endsWith("_PORT");
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Optional<ProcessHandle> handle() {
        try {
            String recorded = Files.readString(pidFile).lines().findFirst().orElse("");
            return recorded.isBlank()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(recorded)).filter(this::isOurs);
        } catch (NoSuchFileException neverStarted) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A process that has ended but was not waited for has no command line: it is not running. Neither has one for a
     * moment between two programs ({@code setsid} and what it turns into), so a child of our own is asked itself.
     */
    private boolean isOurs(ProcessHandle process) {
        Process child = started;
        if (child != null && child.pid() == process.pid()) {
            return child.isAlive();
        }
        return process.isAlive()
                && process.info()
                        .commandLine()
                        .filter(line -> line.contains(mark))
                        .isPresent();
    }

    boolean running() {
        return handle().isPresent();
    }

    /** Completes when the process has ended; at once when there is none. */
    CompletableFuture<?> onExit() {
        return handle().<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    void signal(Signal signal) {
        handle().ifPresent(process -> Programs.run("sh", "-c", "kill -" + signal + " " + process.pid()));
    }

    /** Asks politely, and kills what has not ended in time. */
    void stop(Duration patience) {
        handle().ifPresent(process -> {
            signal(Signal.CONT);
            signal(politely);
            if (!ended(process, patience)) {
                kill();
            }
            forget();
        });
    }

    /** Kills the process and all its descendants at once (SIGKILL) and returns when they are gone. */
    void kill() {
        handle().ifPresent(process -> {
            List<ProcessHandle> tree =
                    Stream.concat(Stream.of(process), process.descendants()).toList();
            tree.forEach(ProcessHandle::destroyForcibly);
            tree.forEach(each -> ended(each, Duration.ofSeconds(10)));
            forget();
        });
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it ends in time; one that nobody has waited for yet (a zombie, without command line) has ended. */
    private boolean ended(ProcessHandle process, Duration patience) {
        Process child = started;
        return Waiting.until(
                child != null && child.pid() == process.pid()
                        ? () -> !child.isAlive()
                        : () -> !process.isAlive()
                                || process.info().commandLine().isEmpty(),
                patience);
    }

    /** The last lines of the log without stack traces, for a message about a process that did not start. */
    String lastWords() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.filter(line -> !line.matches("\\s+(at |\\.\\.\\. ).*"))
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 8), all.size()));
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }
}
