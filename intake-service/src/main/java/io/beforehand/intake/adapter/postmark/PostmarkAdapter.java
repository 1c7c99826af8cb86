package io.beforehand.intake.adapter.postmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.ShownSecret;
import java.time.Instant;
import java.util.List;

/** Postmark signs nothing: it shows the user and password of the address that it was given, as {@code user:password}. */
public final class PostmarkAdapter implements ChannelAdapter {

    /** The only word on which Postmark gives a mail up; after others it comes back for half a day. */
    private static final int FORBIDDEN = 403;

    @Override
    public String kind() {
        return "email-postmark";
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        return ShownSecret.verify(ShownSecret.basic(delivery.header("authorization")), keys.secrets());
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        JsonNode body = JsonBody.mail(delivery.body());
        String type = JsonBody.text(body.path("RecordType"));
        return List.of(
                type == null || type.equals("Inbound")
                        ? Inbound.read(body)
                        : MailRecord.of(body, type).read());
    }

    @Override
    public int malformedStatus() {
        return FORBIDDEN;
    }
}
