package io.beforehand.localstack.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds who listens on a port, where the system tells (Linux, and only processes that we may look at). */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** The process, as in {@code pid 4711 (java)}. */
    static Optional<String> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> socketOn(port, Path.of(table)).stream())
                .flatMap(socket -> holderOf(socket).stream())
                .findFirst();
    }

    /** Columns: number, local address:port, remote, state, …, the socket's inode as the tenth. */
    private static Optional<String> socketOn(int port, Path table) {
        String wanted = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+", -1))
                    .filter(columns ->
                            columns.length > 9 && columns[1].endsWith(wanted) && columns[3].equals(LISTENING))
                    .map(columns -> "socket:[" + columns[9] + "]")
                    .findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    private static Optional<String> holderOf(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(Path.of("/proc", Long.toString(process.pid()), "fd"), socket))
                .map(process -> "pid " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + Path.of(command).getFileName() + ")")
                                .orElse(""))
                .findFirst();
    }

    private static boolean holds(Path descriptors, String socket) {
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
