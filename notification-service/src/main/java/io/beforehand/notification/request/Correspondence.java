package io.beforehand.notification.request;

import io.beforehand.events.Channel;
import io.beforehand.events.Event;
import io.beforehand.events.Mail;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.Sender;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.mail.MailThread;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the customer of a request is written to.
 *
 * @param number the number that people use, such as {@code R-1042}
 * @param account the channel account that he opened it on, which has its own outlet
 * @param address where an answer reaches the customer on that channel; empty once he is forgotten
 * @param thread in which a mail answers
 * @param automatic whether a machine opened the request by mail: it is neither acknowledged nor told of progress
 */
public record Correspondence(
        String number,
        Channel channel,
        String account,
        String conversation,
        String address,
        Language language,
        MailThread thread,
        boolean automatic) {

    public static Correspondence of(RequestOpened opened, Language otherwise) {
        String address = opened.customer().address();
        return new Correspondence(
                opened.number(),
                opened.channel(),
                opened.account(),
                opened.conversation(),
                address == null ? opened.customer().id() : address,
                Language.of(opened.customer().locale(), otherwise),
                MailThread.of(opened.subject(), opened.mail()),
                opened.mail() != null && opened.mail().automatic());
    }

    /** The correspondence after one more event, whatever it is. */
    Correspondence after(Event event) {
        return switch (event) {
            case CustomerMessaged messaged
            when messaged.mail() != null && !isForgotten() -> after(messaged.mail(), messaged.sender());
            case CustomerForgotten _ ->
                new Correspondence(number, channel, account, "", "", language, MailThread.NONE, automatic);
            default -> this;
        };
    }

    /** The account whose outlet an answer goes by: that which he wrote to last. */
    public String answeringAccount() {
        String last = thread.account();
        return last == null ? account : last;
    }

    /** Whether nobody is to know any more how to reach him. */
    public boolean isForgotten() {
        return address.isEmpty();
    }

    /**
     * The customer is answered from the account that he wrote to last, in his thread there. Where others write as well, their mails
     * may never have reached him.
     */
    private Correspondence after(Mail mail, @Nullable Sender sender) {
        if (sender == null) {
            return with(thread.after(mail, null));
        }
        String elsewhere = sender.account().equals(account) ? null : sender.account();
        return isHis(sender) ? with(thread.after(mail, elsewhere)) : this;
    }

    private boolean isHis(Sender sender) {
        return sender.requester()
                || (sender.channel() == channel && sender.address().equalsIgnoreCase(address));
    }

    private Correspondence with(MailThread now) {
        return new Correspondence(number, channel, account, conversation, address, language, now, automatic);
    }
}
