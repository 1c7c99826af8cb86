package io.beforehand.intake.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail, read.
 *
 * @param id its Message-ID; missing where it has none
 * @param replyTo where its sender wants the answer
 * @param recipients all whom it names: To, Cc, and the addresses that mail systems delivered it to
 * @param inReplyTo the Message-IDs of what it answers
 * @param references the Message-IDs of its thread, oldest first
 * @param date when it was sent, by the sender's word
 * @param whole its text with everything quoted; empty where it holds none
 * @param written what the sender wrote himself
 * @param loop what our own header says, if it has it
 */
public record Mail(
        @Nullable String id,
        Address from,
        @Nullable Address replyTo,
        List<Address> recipients,
        @Nullable String subject,
        @Nullable Instant date,
        List<String> inReplyTo,
        List<String> references,
        String whole,
        String written,
        List<MailFile> files,
        Nature nature,
        @Nullable String loop) {

    public Mail {
        recipients = List.copyOf(recipients);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        files = List.copyOf(files);
    }
}
