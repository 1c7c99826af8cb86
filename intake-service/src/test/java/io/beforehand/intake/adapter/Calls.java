package io.beforehand.intake.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deliveries made up for tests, and what came of them. */
public final class Calls {

    public static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    private Calls() {}

    public static Delivery get(String query) {
        return new Delivery("GET", "/v1/channels/any/one?" + query, Map.of(), new byte[0]);
    }

    /** @param headers names and values by turns */
    public static Delivery post(String query, String body, String... headers) {
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            byName.put(headers[i], headers[i + 1]);
        }
        return new Delivery("POST", "/v1/channels/any/one?" + query, byName, body.getBytes(StandardCharsets.UTF_8));
    }

    public static AccountKeys sealed(String token, String aesKey, String receiveId) {
        return new AccountKeys(List.of(token), null, aesKey, receiveId, null, null, null, null, null, null);
    }

    /** What the adapter reads of a body once it is verified. */
    public static ChannelEvent only(ChannelAdapter adapter, String body, AccountKeys keys) {
        List<ChannelEvent> events = adapter.parse(post("", body), keys);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    public static ChannelEvent only(ChannelAdapter adapter, String body) {
        return only(adapter, body, AccountKeys.NONE);
    }

    public static ChannelEvent.Said said(ChannelAdapter adapter, String body) {
        return (ChannelEvent.Said) only(adapter, body);
    }

    public static void refused(Verification verification, Verification.Cause cause) {
        assertThat(verification).isEqualTo(new Verification.Refused(cause));
    }

    public static void passedOver(ChannelEvent event, ChannelEvent.PassedOver.Reason reason) {
        assertThat(event).isInstanceOfSatisfying(ChannelEvent.PassedOver.class, passed -> assertThat(passed.reason())
                .isEqualTo(reason));
    }
}
