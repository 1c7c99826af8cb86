package io.beforehand.localstack.up;

import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.mail.KeptMail;
import io.beforehand.localstack.mail.MailFolder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The main program behind {@code ./beforehand mail}: shows what the mail sink keeps, newest first. */
public final class MailCommand {

    private static final int SHOWN = 20;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX", Locale.ROOT);

    private final Path state;
    private final int limit;
    private final boolean raw;
    private final ZoneId zone;

    private MailCommand(Path state, int limit, boolean raw, ZoneId zone) {
        this.state = state;
        this.limit = limit;
        this.raw = raw;
        this.zone = zone;
    }

    /** @param arguments the folder of the state, perhaps a number, perhaps {@code --raw} */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        try {
            of(List.of(arguments), ZoneId.systemDefault()).print(out);
        } catch (LocalStackException told) {
            out.println("beforehand: " + told.getMessage());
            out.flush();
            System.exit(1);
        }
        out.flush();
    }

    static MailCommand of(List<String> arguments, ZoneId zone) {
        List<String> options = new ArrayList<>(arguments);
        Path state = Path.of(options.removeFirst());
        boolean raw = options.remove("--raw");
        int limit = options.isEmpty() ? SHOWN : Integer.parseInt(options.getFirst());
        return new MailCommand(state, limit, raw, zone);
    }

    void print(PrintStream out) throws IOException {
        List<Path> mails = folder(state).newestFirst();
        if (mails.isEmpty()) {
            throw new LocalStackException(
                    UpLock.held(state)
                            ? "no mail has come yet."
                            : "no mail is kept, and nothing is up: ./beforehand up starts it.");
        }
        for (Path mail : mails.subList(0, Math.min(limit, mails.size()))) {
            print(mail, out);
        }
        if (mails.size() > limit) {
            out.println("… and " + (mails.size() - limit) + " older: ./beforehand mail " + mails.size());
        }
        if (!raw && !UpLock.held(state)) {
            out.println("(Nothing is up now; these came before.)");
        }
    }

    static MailFolder folder(Path state) {
        return new MailFolder(state.resolve("mails"));
    }

    /** One that has made room for a newer one meanwhile is passed over. */
    private void print(Path file, PrintStream out) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return;
        }
        out.println("─".repeat(72));
        if (raw) {
            out.println(Printable.lines(new String(bytes, StandardCharsets.UTF_8)));
        } else {
            out.println(readable(KeptMail.read(bytes)));
        }
        out.println();
    }

    private String readable(KeptMail mail) {
        String text = Printable.lines(mail.text());
        return """
                From:    %s
                To:      %s
                Date:    %s
                Subject: %s

                %s""".formatted(
                        Printable.line(mail.from(), 200),
                        Printable.line(mail.to(), 200),
                        DATE.format(mail.date().atZone(zone)),
                        Printable.line(mail.subject(), 300),
                        text.isEmpty() ? "(no plain text in it; --raw shows it all)" : text);
    }
}
