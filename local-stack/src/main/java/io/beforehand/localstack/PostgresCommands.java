package io.beforehand.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command lines of PostgreSQL's programs. */
final class PostgresCommands {
    private PostgresCommands() {}

    /** Makes a data folder; interrupted, it leaves none. */
    static void initialise(LocalPostgres.Settings settings, Path data) {
        Path half = settings.folder().resolve("initialising");
        Path password = settings.folder().resolve("initialising.password");
        Folders.delete(half);
        try {
            Files.deleteIfExists(password);
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, settings.password());
            List<String> command = new ArrayList<>(NotRoot.prefix());
            command.addAll(List.of(
                    program("initdb"),
                    "--pgdata=" + half,
                    "--username=" + LocalPostgres.SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
            if (!settings.fsync()) {
                command.add("--no-sync");
            }
            Programs.Result result = Programs.run(command);
            if (!result.succeeded()) {
                throw new LocalStackException("PostgreSQL could not make its data folder:\n" + result.output());
            }
            Files.move(half, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Folders.delete(password);
        }
    }

    /** Runs the server on the data folder. */
    static List<String> server(LocalPostgres.Settings settings, Path data) {
        List<String> command = new ArrayList<>(NotRoot.prefix());
        command.addAll(List.of(program("postgres"), "-D", data.toString()));
        Map<String, String> parameters = Map.ofEntries(
                Map.entry("listen_addresses", "localhost"),
                Map.entry("port", Integer.toString(settings.port())),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", settings.fsync() ? "on" : "off"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("max_connections", "200"),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("jit", "off"),
                Map.entry("timezone", settings.zone()),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_checkpoints", "off"));
        parameters.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private static String program(String name) {
        return PostgresBinaries.folder().resolve("bin").resolve(name).toString();
    }
}
