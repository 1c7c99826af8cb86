package io.beforehand.intake.adapter.meta;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sends what leaves by a page: the echo of it names the app. One that names none may be our own answer, as Instagram's often do not,
 * or one of Meta's automatic ones: it says nothing.
 *
 * @param ourApp the app by which our own answers are sent, where the account says so; otherwise every app may be ours
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-echoes">message_echoes</a>
 */
record Senders(@Nullable String ourApp) {

    /** The inboxes of pages and of Instagram: people write there. The second is how the reference writes the first. */
    private static final Set<String> INBOXES = Set.of("263902037430900", "26390203743090", "1217981644879628");

    ChannelEvent echo(Origin origin, JsonNode message) {
        String app = text(message.path("app_id"));
        Content content = MessagingContent.of(message);
        if (app == null || isMention(message)) {
            return new PassedOver(origin, Reason.ECHO);
        }
        if (INBOXES.contains(app)) {
            return new ChannelEvent.Echoed(origin, Channel.SOCIAL, content.text());
        }
        return ourApp == null || ourApp.equals(app)
                ? new PassedOver(origin, Reason.ECHO)
                : new ChannelEvent.Answered(
                        origin,
                        Channel.SOCIAL,
                        new Author(AuthorKind.BOT, app, null),
                        Visibility.PUBLIC,
                        content.text());
    }

    /** Whoever is mentioned in a story of ours has not been answered. */
    private static boolean isMention(JsonNode message) {
        return text(message.path("text")) == null
                && "story_mention"
                        .equals(text(message.path("attachments").path(0).path("type")));
    }
}
