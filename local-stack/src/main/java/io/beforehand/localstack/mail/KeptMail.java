package io.beforehand.localstack.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mail, decoded.
 *
 * @param from the senders with their names; empty where there are none
 * @param date what the mail says; the epoch where it says nothing
 * @param text the first plain text in it; empty where there is none
 */
public record KeptMail(String from, String to, Instant date, String subject, String text) {

    /** Reads a mail as it came. */
    public static KeptMail read(byte[] raw) {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            return new KeptMail(
                    addresses(mail.getFrom()),
                    addresses(mail.getAllRecipients()),
                    Optional.ofNullable(mail.getSentDate()).map(Date::toInstant).orElse(Instant.EPOCH),
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    text(mail).orElse(""));
        } catch (MessagingException | IOException e) {
            return new KeptMail("", "", Instant.EPOCH, "(a mail that cannot be read)", "");
        }
    }

    private static String addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(KeptMail::address).collect(Collectors.joining(", "));
    }

    private static String address(Address address) {
        return address instanceof InternetAddress mailbox && mailbox.getPersonal() != null
                ? mailbox.getPersonal() + " <" + mailbox.getAddress() + ">"
                : address.toString();
    }

    private static Optional<String> text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = text(parts.getBodyPart(i));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
