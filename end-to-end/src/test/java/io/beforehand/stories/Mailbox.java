package io.beforehand.stories;

import io.beforehand.localstack.mail.KeptMail;
import io.beforehand.localstack.mail.MailFolder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Somebody's mails, as they came to the sink. */
record Mailbox(MailFolder folder, String address) {

    record Mail(MimeMessage raw, KeptMail decoded) {

        private static Mail read(byte[] bytes) {
            try {
                return new Mail(
                        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)),
                        KeptMail.read(bytes));
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }

        String subject() {
            return decoded.subject();
        }

        String text() {
            return decoded.text();
        }

        List<String> headers(String name) {
            try {
                return Optional.ofNullable(raw.getHeader(name))
                        .map(Arrays::asList)
                        .orElse(List.of());
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }

        /** The only one of that name. */
        String header(String name) {
            List<String> values = headers(name);
            if (values.size() != 1) {
                throw new AssertionError(name + ": " + values);
            }
            return values.getFirst();
        }
    }

    /** Oldest first. */
    List<Mail> mails() {
        return folder.newestFirst().reversed().stream()
                .map(file -> {
                    try {
                        return Mail.read(Files.readAllBytes(file));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .filter(mail -> mail.decoded().to().contains(address))
                .toList();
    }
}
