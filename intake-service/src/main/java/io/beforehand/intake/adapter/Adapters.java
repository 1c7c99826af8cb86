package io.beforehand.intake.adapter;

import io.beforehand.intake.adapter.slack.SlackAdapter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All channels that have a native webhook. */
public final class Adapters {

    private static final Map<String, ChannelAdapter> BY_KIND = List.<ChannelAdapter>of(new SlackAdapter()).stream()
            .collect(Collectors.toUnmodifiableMap(ChannelAdapter::kind, Function.identity()));

    private Adapters() {}

    public static Optional<ChannelAdapter> of(String kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }
}
