package io.beforehand.intake.mailbox;

import io.beforehand.intake.request.core.ReplyTokens;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail that we sent, as its Message-ID names it: {@code {deliveryId}.{replyToken}@{domain}}.
 *
 * @param requestId the request that it was sent in, by a token that is ours
 */
public record OwnMail(String deliveryId, String requestId) {

    public static Optional<OwnMail> of(String messageId, ReplyTokens tokens) {
        int at = messageId.lastIndexOf('@');
        String local = at < 0 ? messageId : messageId.substring(0, at);
        int dot = local.lastIndexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        return tokens.requestId(local.substring(dot + 1).toLowerCase(Locale.ROOT))
                .map(requestId -> new OwnMail(local.substring(0, dot), requestId));
    }

    /** The request that an address with a token behind its plus sign stands for. */
    static Optional<String> requestOf(String address, ReplyTokens tokens) {
        int at = address.lastIndexOf('@');
        int plus = address.lastIndexOf('+', Math.max(at, 0));
        return plus < 0 || at < plus
                ? Optional.empty()
                : tokens.requestId(address.substring(plus + 1, at).toLowerCase(Locale.ROOT));
    }
}
