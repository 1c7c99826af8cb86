package io.beforehand.intake.channel;

import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Verification;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * {@code beforehand_intake_channel_events_total} counts what channels tell, by kind of channel and of event; what is passed over by
 * its reason, so that a type nobody knows shows. {@code beforehand_intake_channel_refused_total} counts deliveries that did not show
 * whose they are, or could not be read, by kind and cause. Events told again are counted again.
 */
@Singleton
class ChannelMetrics {

    private final MeterRegistry registry;

    ChannelMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void told(String kind, ChannelEvent event) {
        registry.counter("beforehand.intake.channel.events", "kind", kind, "event", label(event))
                .increment();
    }

    void refused(String kind, Verification.Cause cause) {
        count(kind, word(cause));
    }

    void malformed(String kind) {
        count(kind, "malformed-delivery");
    }

    private void count(String kind, String cause) {
        registry.counter("beforehand.intake.channel.refused", "kind", kind, "cause", cause)
                .increment();
    }

    private static String label(ChannelEvent event) {
        return switch (event) {
            case ChannelEvent.Said _ -> "said";
            case ChannelEvent.Mailed _ -> "mailed";
            case ChannelEvent.Edited _ -> "edited";
            case ChannelEvent.Deleted _ -> "deleted";
            case ChannelEvent.Answered _ -> "answered";
            case ChannelEvent.Receipt _ -> "receipt";
            case ChannelEvent.CallMissed _ -> "call-missed";
            case ChannelEvent.CallNoted _ -> "call-noted";
            case ChannelEvent.OptedOut _ -> "opted-out";
            case ChannelEvent.IdentityChanged _ -> "identity-changed";
            case ChannelEvent.StatusTold _ -> "status-told";
            case ChannelEvent.PageAnswered _ -> "page-answered";
            case ChannelEvent.PassedOver passed -> word(passed.reason());
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
