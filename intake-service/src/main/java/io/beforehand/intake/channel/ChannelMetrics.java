package io.beforehand.intake.channel;

import io.beforehand.intake.adapter.Adapters;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.Verification;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/**
 * {@code beforehand_intake_channel_events_total} counts what channels tell, by kind of channel and of event; what is passed over by
 * its reason, so that a type nobody knows shows. {@code beforehand_intake_channel_refused_total} counts deliveries that did not show
 * whose they are, or could not be read, by kind and cause. Events told again are counted again.
 */
@Startup
@Singleton
class ChannelMetrics {

    private static final String MALFORMED = "malformed-delivery";

    /** What {@link #label} may say besides the reasons of what is passed over. */
    private static final List<String> EVENTS = List.of(
            "said",
            "mailed",
            "edited",
            "deleted",
            "answered",
            "echoed",
            "receipt",
            "call-missed",
            "call-noted",
            "opted-out",
            "opted-in",
            "identity-changed",
            "status-told",
            "page-answered");

    private final MeterRegistry registry;

    ChannelMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (String kind : Adapters.kinds()) {
            EVENTS.forEach(event -> events(kind, event));
            for (PassedOver.Reason reason : PassedOver.Reason.values()) {
                events(kind, word(reason));
            }
            for (Verification.Cause cause : Verification.Cause.values()) {
                refused(kind, word(cause));
            }
            refused(kind, MALFORMED);
        }
    }

    void told(String kind, ChannelEvent event) {
        registry.counter("beforehand.intake.channel.events", "kind", kind, "event", label(event))
                .increment();
    }

    void refused(String kind, Verification.Cause cause) {
        refused(kind, word(cause)).increment();
    }

    void malformed(String kind) {
        refused(kind, MALFORMED).increment();
    }

    private Counter events(String kind, String event) {
        return Counter.builder("beforehand.intake.channel.events")
                .description("What channels told by their own webhooks")
                .tag("kind", kind)
                .tag("event", event)
                .register(registry);
    }

    private Counter refused(String kind, String cause) {
        return Counter.builder("beforehand.intake.channel.refused")
                .description("Deliveries that did not show whose they are, or could not be read")
                .tag("kind", kind)
                .tag("cause", cause)
                .register(registry);
    }

    private static String label(ChannelEvent event) {
        return switch (event) {
            case ChannelEvent.Said _ -> "said";
            case ChannelEvent.Mailed _ -> "mailed";
            case ChannelEvent.Edited _ -> "edited";
            case ChannelEvent.Deleted _ -> "deleted";
            case ChannelEvent.Answered _ -> "answered";
            case ChannelEvent.Echoed _ -> "echoed";
            case ChannelEvent.Receipt _ -> "receipt";
            case ChannelEvent.CallMissed _ -> "call-missed";
            case ChannelEvent.CallNoted _ -> "call-noted";
            case ChannelEvent.OptedOut _ -> "opted-out";
            case ChannelEvent.OptedIn _ -> "opted-in";
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
