package io.beforehand.notification.update;

import io.beforehand.notification.language.Phrases;
import io.beforehand.notification.request.Correspondence;
import io.beforehand.notification.request.Handling;
import io.beforehand.notification.request.News;
import io.beforehand.notification.request.Outlook;
import io.beforehand.notification.request.Promise;
import io.beforehand.notification.request.Stage;
import io.beforehand.notification.template.TemplateKind;
import io.beforehand.notification.template.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * Words an update from what is true when it is written.
 *
 * @param zone the zone in which moments are told
 */
record UpdateText(Wording wording, ZoneId zone) {

    String write(Correspondence to, Outlook outlook, News news, Instant now) {
        Phrases phrases = new Phrases(to.language(), zone);
        Map<String, String> values = new HashMap<>();
        values.put("number", to.number());
        Stage stage = news.stage();
        if (stage != null) {
            values.put(news.reopened() ? "reopened" : stage.wireName(), "");
        } else if (news.owner() == null) {
            values.put("progress", "");
        }
        if (news.owner() != null) {
            values.put("owner", news.owner());
        }
        if (stage == null) {
            outlook(outlook, news.owed(), phrases, now, values);
        }
        return wording.of(TemplateKind.UPDATE, to.channel(), to.language()).fill(values);
    }

    /** What he may expect; where he is owed word, also what he was told before. */
    private static void outlook(
            Outlook outlook, boolean owed, Phrases phrases, Instant now, Map<String, String> values) {
        if (outlook.promise() instanceof Promise.By(Instant due) && due.isAfter(now)) {
            values.put("expected", phrases.by(due, now));
        }
        switch (outlook.handling()) {
            case Handling.Owned(String name) when owed && !name.isBlank() -> values.put("owner", name);
            case Handling.Queued(int position) when owed -> values.put("position", Integer.toString(position));
            case Handling.QueuedFor queued
            when owed -> {
                values.put("position", Integer.toString(queued.position()));
                values.put("wait", phrases.span(queued.expectedWait()));
            }
            case Handling.Unknown _, Handling.Owned _, Handling.Queued _, Handling.QueuedFor _ -> {}
        }
    }
}
