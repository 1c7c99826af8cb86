package io.beforehand.sla.policy.book;

import io.beforehand.events.Channel;
import io.beforehand.sla.policy.Gap;
import java.util.List;

/** Gaps as people read them. */
final class Gaps {

    /** @param channels all that are meant, by their names */
    record Shown(String priority, List<String> channels) {}

    private Gaps() {}

    static List<Shown> shown(List<Gap> gaps) {
        return gaps.stream()
                .map(gap -> new Shown(
                        gap.priority().wireName(),
                        gap.channels().stream().sorted().map(Channel::wireName).toList()))
                .toList();
    }
}
