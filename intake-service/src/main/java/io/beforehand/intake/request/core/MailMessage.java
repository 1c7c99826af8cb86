package io.beforehand.intake.request.core;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message has because it is a mail.
 *
 * @param account the mailbox that it came to, by which the mails after it find it; in a request that others were merged into it may
 *     be another than the request's
 * @param mailId the mail's Message-ID, made up here where it had none
 * @param deliveryId by which whoever handed it over names that, if he does
 * @param references the Message-IDs of its thread before it, oldest first
 * @param automatic whether a machine wrote it
 * @param addresses everybody whom it names, in lower case: who may write in its request from then on
 * @param whole its text with everything quoted
 * @param files what came with it
 * @param linkedTo the request that it goes on from if it opens one: its sender named it but has no part in it
 */
public record MailMessage(
        String account,
        String mailId,
        @Nullable String deliveryId,
        List<String> references,
        boolean automatic,
        Set<String> addresses,
        String whole,
        List<File> files,
        @Nullable String linkedTo) {

    /** A file that is kept here. */
    public record File(@Nullable String name, String mediaType, byte[] content) {}

    public MailMessage {
        references = List.copyOf(references);
        addresses = Set.copyOf(addresses);
        files = List.copyOf(files);
    }
}
