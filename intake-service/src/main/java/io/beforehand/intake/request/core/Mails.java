package io.beforehand.intake.request.core;

import io.beforehand.events.Mail;
import io.beforehand.intake.request.core.Command.CustomerMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is different about messages that are mails. */
final class Mails {

    private Mails() {}

    /** Whether it is a mail of somebody who has no part in the request, whatever thread he names. */
    static boolean isStranger(Draft draft, CustomerMessage said, Request request) {
        return said.mail() != null
                && draft.participants
                        .get(new Participant(request.id(), said.customer().id()))
                        .isEmpty();
    }

    /** Whether a machine wrote it. */
    static boolean isAutomatic(CustomerMessage said) {
        return said.mail() != null && said.mail().automatic();
    }

    /** The same in a conversation of its own, named by its request as the thread's name is taken. */
    static CustomerMessage apart(CustomerMessage said, String requestId) {
        ConversationKey thread = said.conversation();
        return new CustomerMessage(
                new ConversationKey(thread.channel(), thread.account(), requestId),
                said.customer(),
                said.subject(),
                said.text(),
                said.attachments(),
                said.hints(),
                said.defaults(),
                said.mail(),
                said.channel());
    }

    /** From now on the sender, and everybody whom he wrote to as well, has a part in the request. */
    static void takeIn(Draft draft, CustomerMessage said, String requestId) {
        if (said.mail() == null) {
            return;
        }
        take(draft, new Participant(requestId, said.customer().id()));
        said.mail().addresses().forEach(address -> take(draft, new Participant(requestId, address)));
    }

    static @Nullable Mail told(CustomerMessage said, String requestId, Identifiers identifiers) {
        MailMessage mail = said.mail();
        return mail == null
                ? null
                : new Mail(mail.mailId(), mail.references(), identifiers.replyToken(requestId), mail.automatic());
    }

    static @Nullable String linkedTo(CustomerMessage said) {
        return said.mail() == null ? null : said.mail().linkedTo();
    }

    static List<Attachment> attachments(MailMessage mail, String requestId, String messageId) {
        return IntStream.range(0, mail.files().size())
                .mapToObj(n -> attachment(mail.files().get(n), requestId, messageId, n + 1))
                .toList();
    }

    private static Attachment attachment(MailMessage.File file, String requestId, String messageId, int n) {
        return new Attachment(
                file.name(),
                file.mediaType(),
                (long) file.content().length,
                "/v1/requests/" + requestId + "/messages/" + messageId + "/attachments/" + n);
    }

    private static void take(Draft draft, Participant participant) {
        if (draft.participants.get(participant).isEmpty()) {
            draft.participants.put(participant, participant);
        }
    }
}
