package io.beforehand.notification.template;

import io.beforehand.events.Channel;
import io.beforehand.notification.language.Language;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The templates in use: the shipped ones and, before them, those that operators made.
 *
 * @param own operators' templates by what they are for
 */
public record Wording(Map<Use, TextTemplate> own) {

    public static final Wording SHIPPED = new Wording(Map.of());

    /** @param channel {@code any} or a channel's name */
    public record Use(TemplateKind kind, String channel, Language language) {

        public static final String ANY_CHANNEL = "any";
    }

    public Wording {
        own = Map.copyOf(own);
    }

    /** The channel's own template in that language, else the one for any channel, else the shipped one. */
    public TextTemplate of(TemplateKind kind, Channel channel, Language language) {
        return Stream.of(channel.wireName(), Use.ANY_CHANNEL)
                .map(name -> new Use(kind, name, language))
                .filter(own::containsKey)
                .findFirst()
                .map(own::get)
                .orElseGet(() -> ShippedWording.of(kind, language));
    }
}
