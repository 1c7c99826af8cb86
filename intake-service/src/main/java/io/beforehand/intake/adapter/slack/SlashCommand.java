package io.beforehand.intake.adapter.slack;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Parameters;
import io.beforehand.intake.adapter.Parameters.Parameter;
import io.beforehand.intake.adapter.signature.Freshness;
import java.util.List;

/**
 * What somebody typed after a command such as {@code /support}. It was typed when Slack signed it. Nobody else in the channel sees it,
 * so the conversation is his alone.
 */
final class SlashCommand {

    private SlashCommand() {}

    static ChannelEvent read(Delivery delivery) {
        List<Parameter> form = delivery.form();
        String team = required(form, "team_id");
        String trigger = required(form, "trigger_id");
        return new ChannelEvent.Said(
                new ChannelEvent.Origin(
                        "trigger_id:" + trigger,
                        "trigger_id:" + trigger,
                        trigger,
                        team + "/" + required(form, "channel_id") + "/" + required(form, "user_id"),
                        delivery.header("x-slack-request-timestamp")
                                .flatMap(Freshness::seconds)
                                .orElse(null)),
                Channel.CHAT,
                new Customer(
                        team + "/" + required(form, "user_id"),
                        Parameters.first(form, "user_name").orElse(null),
                        null,
                        null,
                        null),
                ChannelEvent.Content.typed(Parameters.first(form, "text").orElse("")));
    }

    private static String required(List<Parameter> form, String name) {
        return Parameters.first(form, name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new MalformedDeliveryException(name + " is missing"));
    }
}
