package io.beforehand.localstack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Mails as files, named by the moment of their arrival. Of many the latest {@value #MOST_MAILS} are kept. */
public final class MailFolder {

    static final int MOST_MAILS = 1_000;

    private static final String SUFFIX = ".eml";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource clock;
    private final int most;
    private Instant last = Instant.EPOCH;

    public MailFolder(Path folder) {
        this(folder, InstantSource.system(), MOST_MAILS);
    }

    MailFolder(Path folder, InstantSource clock, int most) {
        this.folder = folder;
        this.clock = clock;
        this.most = most;
    }

    /** Keeps a mail; whoever reads at the same time sees it whole or not at all. */
    synchronized KeptMail keep(byte[] mail) {
        Instant now = clock.instant();
        last = now.isAfter(last) ? now : last.plusNanos(1_000);
        try {
            Files.createDirectories(folder);
            Path half = Files.write(folder.resolve("arriving"), mail);
            Path whole = folder.resolve(NAME.format(last) + SUFFIX);
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
            forgetTheOldest();
            return KeptMail.read(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All mails, newest first. */
    public List<Path> newestFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetTheOldest() throws IOException {
        for (Path old : newestFirst().stream().skip(most).toList()) {
            Files.deleteIfExists(old);
        }
    }
}
