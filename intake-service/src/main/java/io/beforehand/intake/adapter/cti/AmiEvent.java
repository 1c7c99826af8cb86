package io.beforehand.intake.adapter.cti;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Freshness;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event of Asterisk's manager interface. A call has a channel for each of its ends; they share a {@code Linkedid}, which is the
 * id of the first. Ids begin with the second at which the channel was made.
 */
record AmiEvent(Map<String, String> fields) {

    private static final Pattern UNIQUE_ID = Pattern.compile("(?:.*-)?([0-9]{9,11})\\.[0-9]+");

    ChannelEvent read() {
        String event = word("Event");
        if (get("Uniqueid").isEmpty()) {
            return new PassedOver(other(event), Reason.UNKNOWN_TYPE);
        }
        return switch (event) {
            case "Newchannel" -> isFirst() ? called(event) : new PassedOver(other(event), Reason.UNKNOWN_TYPE);
            case "QueueCallerJoin" -> new ChannelEvent.CallNoted(origin(event, told()), "call-queued");
            case "AgentConnect" ->
                new ChannelEvent.Answered(
                        origin(event + "|" + word("Interface"), told()),
                        Channel.VOICE,
                        new Author(
                                AuthorKind.AGENT,
                                get("Interface").orElse(null),
                                get("MemberName").orElse(null)),
                        Visibility.PUBLIC,
                        null);
            case "QueueCallerAbandon" ->
                new ChannelEvent.CallMissed(
                        origin(event, toldOrMade()),
                        Caller.of(word("CallerIDNum"), word("CallerIDName"), conversation()),
                        waited());
            case "Hangup" ->
                isFirst()
                        ? new ChannelEvent.CallNoted(origin(event, told()), "call-ended")
                        : new PassedOver(other(event), Reason.UNKNOWN_TYPE);
            default -> new PassedOver(other(event), Reason.UNKNOWN_TYPE);
        };
    }

    private ChannelEvent called(String event) {
        return new ChannelEvent.Said(
                origin(event, toldOrMade()),
                Channel.VOICE,
                Caller.of(word("CallerIDNum"), word("CallerIDName"), conversation()),
                Content.typed(null));
    }

    private Origin origin(String what, @Nullable Instant at) {
        return new Origin("call:" + word("Uniqueid") + "|" + what, null, word("Uniqueid"), conversation(), at);
    }

    private Origin other(String event) {
        String all = fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> field.getKey() + ":" + field.getValue())
                .collect(Collectors.joining("\n"));
        return new Origin("ami:" + Digests.key(event, all), null, null, null, told());
    }

    private boolean isFirst() {
        return word("Uniqueid").equals(conversation());
    }

    private String conversation() {
        return get("Linkedid").orElse(word("Uniqueid"));
    }

    private @Nullable Duration waited() {
        return get("HoldTime")
                .filter(seconds -> seconds.matches("[0-9]{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    /** When it happened, if the manager interface is set to tell. */
    private @Nullable Instant told() {
        return get("Timestamp")
                .filter(stamp -> stamp.matches("[0-9]{1,11}(\\.[0-9]{1,9})?"))
                .map(stamp -> Instant.ofEpochMilli(
                        new BigDecimal(stamp).movePointRight(3).longValue()))
                .orElse(null);
    }

    /** Else when the call began, for what is about the beginning or counts from there. */
    private @Nullable Instant toldOrMade() {
        Instant told = told();
        if (told != null) {
            return told;
        }
        Matcher id = UNIQUE_ID.matcher(word("Uniqueid"));
        return id.matches() ? Freshness.seconds(id.group(1)).orElse(null) : null;
    }

    private Optional<String> get(String field) {
        return Optional.ofNullable(fields.get(field)).filter(value -> !value.isEmpty());
    }

    private String word(String field) {
        return fields.getOrDefault(field, "");
    }
}
