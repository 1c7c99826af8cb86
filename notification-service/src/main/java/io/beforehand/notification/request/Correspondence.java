package io.beforehand.notification.request;

import io.beforehand.events.Channel;
import io.beforehand.events.Event;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.mail.MailThread;

/**
 * Where and how the customer of a request is written to.
 *
 * @param number the number that people use, such as {@code R-1042}
 * @param account the channel account, which has its own outlet
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
            when messaged.mail() != null && !isForgotten() -> with(thread.after(messaged.mail()));
            case CustomerForgotten _ ->
                new Correspondence(number, channel, account, "", "", language, MailThread.NONE, automatic);
            default -> this;
        };
    }

    /** Whether nobody is to know any more how to reach him. */
    public boolean isForgotten() {
        return address.isEmpty();
    }

    private Correspondence with(MailThread now) {
        return new Correspondence(number, channel, account, conversation, address, language, now, automatic);
    }
}
