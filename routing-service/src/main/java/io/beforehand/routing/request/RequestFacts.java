package io.beforehand.routing.request;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request that matters for who gets it.
 *
 * @param category the organisation's word, empty when the request has none
 * @param team the team that must have it, empty when nobody said
 * @param language primary subtag of the customer's locale such as {@code zh}, empty when unknown
 */
public record RequestFacts(
        Channel channel, Priority priority, String category, String team, String language, Instant openedAt) {

    /** The facts after somebody changed the request. */
    public RequestFacts changed(Priority newPriority, @Nullable String newCategory, @Nullable String newTeam) {
        return new RequestFacts(channel, newPriority, orEmpty(newCategory), orEmpty(newTeam), language, openedAt);
    }

    public Demand demand() {
        return new Demand(category, team, language, channel);
    }

    /** The primary language of a BCP 47 tag; empty for none. */
    public static String languageOf(@Nullable String locale) {
        return locale == null ? "" : locale.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
