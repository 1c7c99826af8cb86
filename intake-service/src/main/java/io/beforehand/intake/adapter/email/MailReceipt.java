package io.beforehand.intake.adapter.email;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a provider reports of a mail of ours.
 *
 * @param key by which the report is known again
 * @param pushId the provider's id of the push, if it gives one
 * @param messageId the mail's id at the provider
 * @param ownId the Message-ID that we gave the mail, if the provider tells; it is the conversation of the event, since threads of
 *     mails go by Message-IDs
 */
public record MailReceipt(
        String key,
        @Nullable String pushId,
        @Nullable String messageId,
        @Nullable String ownId,
        @Nullable Instant at) {

    public static final String SENT = "sent";
    public static final String DELIVERED = "delivered";
    public static final String READ = "read";
    public static final String FAILED = "failed";
    public static final String BOUNCED_HARD = "bounced-hard";
    public static final String BOUNCED_SOFT = "bounced-soft";
    public static final String COMPLAINT = "complaint";

    /** Codes are words and numbers; anything longer may quote the mail or name people. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}");

    /** @param error the provider's code, which is left out if it is more than that */
    public ChannelEvent told(String state, @Nullable String error) {
        String code = error != null && CODE.matcher(error).matches() ? error : null;
        return new Receipt(origin(), Channel.EMAIL, state, code);
    }

    public ChannelEvent optedOut(String address) {
        return new ChannelEvent.OptedOut(origin(), Channel.EMAIL, address);
    }

    /** What changes nothing, or is not known. */
    public ChannelEvent passedOver() {
        return new PassedOver(origin(), PassedOver.Reason.UNKNOWN_TYPE);
    }

    /** A Message-ID as a header field has it, without its brackets; null stays null. */
    public static @Nullable String bare(@Nullable String messageId) {
        return messageId == null ? null : messageId.strip().replaceAll("^<|>$", "");
    }

    private Origin origin() {
        return new Origin("receipt:" + key, pushId, messageId, ownId, at);
    }
}
