package io.beforehand.notification.request;

import io.beforehand.events.Channel;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.notification.language.Language;

/**
 * Where and how the customer of a request is written to.
 *
 * @param number the number that people use, such as {@code R-1042}
 * @param account the channel account, which has its own outlet
 * @param address where an answer reaches the customer on that channel
 */
public record Correspondence(
        String number, Channel channel, String account, String conversation, String address, Language language) {

    public static Correspondence of(RequestOpened opened, Language otherwise) {
        String address = opened.customer().address();
        return new Correspondence(
                opened.number(),
                opened.channel(),
                opened.account(),
                opened.conversation(),
                address == null ? opened.customer().id() : address,
                Language.of(opened.customer().locale(), otherwise));
    }
}
