package io.beforehand.intake.adapter;

/**
 * Something public that signatures are checked with and that has to be fetched.
 *
 * @param url https, of a host that the adapter knows to be the channel's
 */
public record RemoteKey(String url) {

    public RemoteKey {
        if (!url.startsWith("https://")) {
            throw new IllegalArgumentException("keys are fetched by https only");
        }
    }
}
