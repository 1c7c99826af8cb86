package io.beforehand.sla.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.clock.Firing;
import io.beforehand.sla.policy.RequestTraits;
import io.beforehand.sla.policy.WarningMark;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The lists within a clock's row, as JSON. */
final class ClockColumns {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<StoredPause>> PAUSES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TRAITS = new TypeReference<>() {};
    private static final TypeReference<Map<String, StoredFiring>> FIRINGS = new TypeReference<>() {};

    private ClockColumns() {}

    /** @param state {@code fired} or {@code superseded} */
    private record StoredFiring(String state, String at, boolean provisional) {

        static StoredFiring of(Firing firing) {
            return switch (firing) {
                case Firing.Fired(Instant at, boolean provisional) ->
                    new StoredFiring("fired", at.toString(), provisional);
                case Firing.Superseded(Instant at) -> new StoredFiring("superseded", at.toString(), false);
            };
        }

        Firing firing() {
            Instant moment = Instant.parse(at);
            return state.equals("fired") ? new Firing.Fired(moment, provisional) : new Firing.Superseded(moment);
        }
    }

    static String warnings(List<WarningMark> marks) {
        return write(marks.stream().map(WarningMark::text).toList());
    }

    static List<WarningMark> warnings(String json) {
        return read(json, TEXTS).stream().map(WarningMark::parse).toList();
    }

    static String statuses(Collection<RequestStatus> statuses) {
        return write(statuses.stream().map(RequestStatus::wireName).sorted().toList());
    }

    static Set<RequestStatus> statuses(String json) {
        return read(json, TEXTS).stream().map(RequestStatus::of).collect(Collectors.toSet());
    }

    static String pauses(Clock clock) {
        return write(StoredPause.of(clock));
    }

    static List<StoredPause> pauses(String json) {
        return json.equals("[]") ? List.of() : read(json, PAUSES);
    }

    static String firings(Map<WarningMark, Firing> firings) {
        Map<String, StoredFiring> stored = new TreeMap<>();
        firings.forEach((mark, firing) -> stored.put(mark.text(), StoredFiring.of(firing)));
        return write(stored);
    }

    static Map<WarningMark, Firing> firings(String json) {
        if (json.equals("{}")) {
            return Map.of();
        }
        Map<WarningMark, Firing> firings = new HashMap<>();
        read(json, FIRINGS).forEach((mark, stored) -> firings.put(WarningMark.parse(mark), stored.firing()));
        return firings;
    }

    static String traits(RequestTraits traits) {
        return write(Map.of(
                "priority", traits.priority().wireName(),
                "tier", traits.tier(),
                "channel", traits.channel().wireName(),
                "category", traits.category(),
                "team", traits.team(),
                "customer", traits.customer(),
                "timeZone", traits.timeZone()));
    }

    static RequestTraits traits(String json) {
        Map<String, String> stored = read(json, TRAITS);
        return new RequestTraits(
                Priority.of(stored.getOrDefault("priority", "")),
                stored.getOrDefault("tier", ""),
                Channel.of(stored.getOrDefault("channel", "")),
                stored.getOrDefault("category", ""),
                stored.getOrDefault("team", ""),
                stored.getOrDefault("customer", ""),
                stored.getOrDefault("timeZone", ""));
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
