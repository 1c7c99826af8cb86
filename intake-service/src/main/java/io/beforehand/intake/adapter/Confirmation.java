package io.beforehand.intake.adapter;

/**
 * An address that has to be called for a handshake to take effect, such as the link that confirms a subscription.
 *
 * @param url https, of a host that the adapter knows to be the channel's
 */
public record Confirmation(String url) {
    public Confirmation {
        if (!url.startsWith("https://")) {
            throw new IllegalArgumentException("confirmations go by https only");
        }
    }
}
