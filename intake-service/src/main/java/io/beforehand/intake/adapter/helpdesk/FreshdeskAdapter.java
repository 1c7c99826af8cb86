package io.beforehand.intake.adapter.helpdesk;

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
import java.util.Locale;

/** Freshdesk signs nothing: its automations show a user and a password, or a header that the administrator makes up; its name begins with {@code X-}. */
public final class FreshdeskAdapter implements ChannelAdapter {

    @Override
    public String kind() {
        return "freshdesk";
    }

    @Override
    public Channel channel() {
        return Channel.WEB;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        return ShownSecret.verifyAny(ShownSecret.inHeaders(delivery, ownHeaders(delivery)), keys.secrets());
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return List.of(TicketReport.of(JsonBody.object(delivery.body()), kind()).read());
    }

    private static String[] ownHeaders(Delivery delivery) {
        return delivery.headers().keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("x-"))
                .toArray(String[]::new);
    }
}
