package io.beforehand.intake.adapter.mailgun;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.form.Form;
import java.time.Instant;
import java.util.List;

/** Mailgun signs a token beside the mail, with the HTTP webhook signing key of the account. */
public final class MailgunAdapter implements ChannelAdapter {

    /** The only word on which Mailgun gives a mail up; after others it comes back for eight hours. */
    private static final int NOT_ACCEPTABLE = 406;

    @Override
    public String kind() {
        return "email-mailgun";
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
        return SignedToken.of(delivery)
                .map(signed -> signed.verify(keys.secrets(), now))
                .orElse(Verification.MISSING);
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return List.of(
                Form.isOne(delivery)
                        ? Route.read(Form.of(delivery))
                        : MailEvent.of(JsonBody.object(delivery.body())).read());
    }

    @Override
    public int malformedStatus() {
        return NOT_ACCEPTABLE;
    }
}
