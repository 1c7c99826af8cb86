package io.beforehand.events;

import java.util.List;

/**
 * What is needed to answer a mail in its thread.
 *
 * @param messageId the mail's own Message-ID, without angle brackets
 * @param references the Message-IDs of the thread before it, oldest first, without angle brackets
 * @param replyToken opaque, of lower-case letters and digits; a mail of ours that carries it in its address and its
 *     Message-ID is answered into this request
 * @param automatic whether a machine wrote it: such a mail is never acknowledged (RFC 3834)
 */
public record Mail(String messageId, List<String> references, String replyToken, boolean automatic) {

    public Mail {
        references = List.copyOf(references);
    }
}
