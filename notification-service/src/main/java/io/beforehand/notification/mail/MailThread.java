package io.beforehand.notification.mail;

import io.beforehand.events.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to answer a customer in his thread. Nothing of it need be known: a request may come by another way.
 *
 * @param subject of the request, as the customer wrote it
 * @param answers the Message-ID of the customer's last mail, without angle brackets
 * @param references the Message-IDs before it, oldest first; at most {@link #MAX_REFERENCES}
 * @param replyToken brings the answer to a mail that carries it into the same request
 * @param account the mailbox that the customer's last mail came to; null if it is that of the request
 */
public record MailThread(
        @Nullable String subject,
        @Nullable String answers,
        List<String> references,
        @Nullable String replyToken,
        @Nullable String account) {

    public static final MailThread NONE = new MailThread(null, null, List.of(), null);

    /** Of a longer chain the first is kept, by which programs find the thread, and the latest. */
    public static final int MAX_REFERENCES = 20;

    private static final Pattern MESSAGE_ID = Pattern.compile("[!-;=?-~]{1,250}");
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9]{1,40}");

    public MailThread {
        references = capped(references.stream().filter(MailThread::isMessageId).toList());
        answers = answers != null && isMessageId(answers) ? answers : null;
        replyToken = replyToken != null && TOKEN.matcher(replyToken).matches() ? replyToken : null;
    }

    /** One in the mailbox of the request. */
    public MailThread(
            @Nullable String subject, @Nullable String answers, List<String> references, @Nullable String replyToken) {
        this(subject, answers, references, replyToken, null);
    }

    /** @param mail null if the request did not come as a mail */
    public static MailThread of(@Nullable String subject, @Nullable Mail mail) {
        MailThread thread = new MailThread(subject, null, List.of(), null);
        return mail == null ? thread : thread.after(mail, null);
    }

    /**
     * The thread after one more mail of the customer. What his machine sent on its own is no part of it.
     *
     * @param to the mailbox that it came to; null if it is that of the request
     */
    public MailThread after(Mail mail, @Nullable String to) {
        if (mail.automatic() && answers != null) {
            return this;
        }
        return new MailThread(subject, mail.messageId(), mail.references(), mail.replyToken(), to);
    }

    /** The chain that an answer continues: what came before the customer's last mail, and that. */
    List<String> chain() {
        if (answers == null) {
            return references;
        }
        List<String> all = new ArrayList<>(references);
        all.remove(answers);
        all.add(answers);
        return capped(all);
    }

    private static List<String> capped(List<String> ids) {
        if (ids.size() <= MAX_REFERENCES) {
            return List.copyOf(ids);
        }
        List<String> kept = new ArrayList<>(ids.subList(ids.size() - MAX_REFERENCES + 1, ids.size()));
        kept.addFirst(ids.getFirst());
        return List.copyOf(kept);
    }

    private static boolean isMessageId(String id) {
        return MESSAGE_ID.matcher(id).matches();
    }
}
