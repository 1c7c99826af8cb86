package io.beforehand.notification.delivery;

/**
 * What a mail needs of a body that was written for webhooks.
 *
 * @param number of the request
 */
record SpokenWords(String number, String text) {

    static SpokenWords of(String body) {
        return MessageJson.read(body, SpokenWords.class);
    }
}
