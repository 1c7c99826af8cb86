package io.beforehand.localstack.demo;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** Writes customers' mails as their mail programs would. */
final class MailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String TO = "support@example.com";

    private final String run;

    /** @param run tells this run's ids from those of earlier ones */
    MailWriter(String run) {
        this.run = run;
    }

    /** @param suffix tells the mails of a story apart; the first has none, the others answer it */
    byte[] write(Story story, String suffix, String text) {
        String first = "<" + run + "-" + story.index() + "@customers.example.com>";
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
            mail.setFrom(new InternetAddress(
                    story.customer().address(), story.customer().name(), UTF_8));
            mail.setRecipients(Message.RecipientType.TO, TO);
            mail.setSentDate(new Date());
            String subject = story.letter().subject();
            mail.setSubject(suffix.isEmpty() ? subject : "Re: " + subject, UTF_8);
            mail.setText(text, UTF_8);
            mail.saveChanges();
            mail.setHeader("Message-ID", first.replace("@", suffix + "@"));
            if (!suffix.isEmpty()) {
                mail.setHeader("In-Reply-To", first);
                mail.setHeader("References", first);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail of the demo cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
