package io.beforehand.intake.mailbox;

import io.beforehand.intake.mail.Mail;
import io.beforehand.intake.request.core.EventKey;
import io.beforehand.intake.request.core.Fingerprint;
import io.beforehand.intake.request.core.Identity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Names a mail so that it is known when it comes again. Message-IDs are not unique, so sender and date count too; what lacks an
 * id or a date is known by what it says. Headers that mail systems add on the way do not count.
 *
 * @param mailId its Message-ID; one made of the digest where it has none
 */
record MailIdentity(String mailId, Identity.Named identity) {

    /** No event can have this source, since it is no URI reference. */
    private static final String SOURCE = "mail to ";

    static MailIdentity of(Mail mail, String account) {
        MessageDigest digest = sha256();
        add(digest, mail.id());
        add(digest, mail.from().address());
        add(digest, mail.date() == null ? null : mail.date().toString());
        if (mail.id() == null || mail.date() == null) {
            add(digest, mail.subject());
            add(digest, mail.whole());
            mail.files().forEach(file -> add(digest, file.content()));
        }
        byte[] value = digest.digest();
        String hex = HexFormat.of().formatHex(value);
        return new MailIdentity(
                mail.id() == null ? hex + "@no-message-id.invalid" : mail.id(),
                new Identity.Named(new EventKey(SOURCE + account, hex), new Fingerprint(value)));
    }

    private static void add(MessageDigest digest, @Nullable String part) {
        add(digest, part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length before it, so that no two sequences of parts run together. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
