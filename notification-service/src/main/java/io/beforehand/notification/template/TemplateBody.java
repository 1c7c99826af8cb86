package io.beforehand.notification.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template as operators write and see it.
 *
 * @param kind {@code acknowledgement} or {@code update}
 * @param channel the channel it is for; any when left out
 * @param locale {@code zh-CN}, {@code zh-TW} or {@code en}
 * @param text see {@link TextTemplate}
 * @param changedAt shown, not read
 */
public record TemplateBody(
        @Nullable String kind,
        @Nullable String channel,
        @Nullable String locale,
        @Nullable String text,
        @Nullable Instant changedAt) {

    static TemplateBody of(Template template) {
        return new TemplateBody(
                template.kind,
                template.channel.equals(Wording.Use.ANY_CHANNEL) ? null : template.channel,
                template.language,
                template.text,
                template.changedAt);
    }
}
