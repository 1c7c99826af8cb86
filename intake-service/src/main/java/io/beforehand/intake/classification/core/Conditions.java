package io.beforehand.intake.classification.core;

import io.beforehand.events.Channel;
import io.beforehand.events.Mood;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies: all that is asked for must hold, of each list any member. An empty list and what is missing ask for nothing.
 *
 * @param words one of these is said
 * @param without none of these is said
 * @param tiers in whatever case
 * @param security true asks for it; false asks for nothing
 */
public record Conditions(
        List<Phrase> words,
        List<Phrase> without,
        List<SenderPattern> senders,
        Set<Channel> channels,
        List<String> tiers,
        Set<Mood> moods,
        @Nullable BigDecimal amountAtLeast,
        @Nullable Integer affectedCustomersAtLeast,
        boolean security) {

    public Conditions {
        words = List.copyOf(words);
        without = List.copyOf(without);
        senders = List.copyOf(senders);
        channels = Set.copyOf(channels);
        tiers = List.copyOf(tiers);
        moods = Set.copyOf(moods);
    }

    /** Whether anything is asked for that not every message has. */
    public boolean askForSomething() {
        return !words.isEmpty()
                || !senders.isEmpty()
                || !channels.isEmpty()
                || !tiers.isEmpty()
                || !moods.isEmpty()
                || amountAtLeast != null
                || affectedCustomersAtLeast != null
                || security;
    }

    /** What a message is compared with. */
    int size() {
        return words.size() + without.size() + senders.size() + tiers.size();
    }

    boolean hold(Signals signals, Wording wording, Mood mood) {
        return (channels.isEmpty() || channels.contains(signals.channel()))
                && (moods.isEmpty() || moods.contains(mood))
                && (!security || signals.security())
                && (tiers.isEmpty() || isOneOf(tiers, signals.tier()))
                && (senders.isEmpty() || senders.stream().anyMatch(sender -> sender.fits(signals.sender())))
                && isEnough(amountAtLeast, signals.amount())
                && isEnough(affectedCustomersAtLeast, signals.affectedCustomers())
                && (words.isEmpty() || words.stream().anyMatch(phrase -> phrase.isIn(wording)))
                && without.stream().noneMatch(phrase -> phrase.isIn(wording));
    }

    private static boolean isOneOf(List<String> tiers, @Nullable String tier) {
        return tier != null && tiers.stream().anyMatch(tier::equalsIgnoreCase);
    }

    private static <T extends Comparable<T>> boolean isEnough(@Nullable T least, @Nullable T value) {
        return least == null || (value != null && value.compareTo(least) >= 0);
    }
}
