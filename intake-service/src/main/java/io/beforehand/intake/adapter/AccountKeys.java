package io.beforehand.intake.adapter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account shares with its channel, as the operator gave it. Which of it a channel needs is for its adapter to say.
 *
 * @param secrets the current one first, then previous ones that are still good while the channel changes over
 * @param verifyToken what the channel shows when it asks whether it has found us
 * @param aesKey what bodies are encrypted with
 * @param receiveId whom encrypted bodies are for; of Meta's kinds the app by which our own answers are sent, of mails by Amazon the topic
 * @param publicKey PEM, or Base64 of DER: what the channel's signatures are checked with
 * @param publicUrl the address by which the channel calls us, where it signs it and a proxy hides it
 * @param jwks the keys of token issuers as JSON, or the https address of them
 * @param audience whom tokens have to be for
 * @param issuer who has to have issued them
 * @param fetched what the {@link RemoteKey} of a delivery turned out to be; never part of an account
 */
public record AccountKeys(
        List<String> secrets,
        @Nullable String verifyToken,
        @Nullable String aesKey,
        @Nullable String receiveId,
        @Nullable String publicKey,
        @Nullable String publicUrl,
        @Nullable String jwks,
        @Nullable String audience,
        @Nullable String issuer,
        @Nullable String fetched) {

    public static final AccountKeys NONE = of(List.of());

    public AccountKeys {
        secrets = List.copyOf(secrets);
    }

    public static AccountKeys of(List<String> secrets) {
        return new AccountKeys(secrets, null, null, null, null, null, null, null, null, null);
    }

    /** Together with what was fetched as the {@link RemoteKey} of a delivery. */
    public AccountKeys with(String remote) {
        return new AccountKeys(
                secrets, verifyToken, aesKey, receiveId, publicKey, publicUrl, jwks, audience, issuer, remote);
    }

    @Override
    public String toString() {
        return "AccountKeys";
    }
}
