package io.beforehand.localstack.up;

import io.beforehand.localstack.LocalStackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One {@code up} at a time in a folder. The system drops the lock with the process, however it ends. */
final class UpLock {
    private static final String FILE = "lock";

    private final FileLock lock;

    private UpLock(FileLock lock) {
        this.lock = lock;
    }

    static UpLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file =
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                String holder = Files.readString(folder.resolve(FILE)).strip();
                throw new LocalStackException("Beforehand is already up in " + folder + " (pid " + holder
                        + "): end that one with Ctrl-C first.");
            }
            file.truncate(0);
            file.write(StandardCharsets.UTF_8.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new UpLock(lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody has it. */
    static boolean held(Path folder) {
        if (!Files.exists(folder.resolve(FILE))) {
            return false;
        }
        try (FileChannel file = FileChannel.open(folder.resolve(FILE), StandardOpenOption.WRITE)) {
            @Nullable FileLock free = file.tryLock();
            return free == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void release() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isLock(Path file) {
        return file.getFileName().toString().equals(FILE);
    }
}
