package io.beforehand.notification.acknowledgement;

import io.beforehand.notification.language.Phrases;
import io.beforehand.notification.request.Correspondence;
import io.beforehand.notification.request.Handling;
import io.beforehand.notification.request.Outlook;
import io.beforehand.notification.request.Promise;
import io.beforehand.notification.template.TemplateKind;
import io.beforehand.notification.template.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * Words an acknowledgement from what is known when it is written.
 *
 * @param zone the zone in which moments are told
 */
record AcknowledgementText(Wording wording, ZoneId zone) {

    /** Says nothing about a response that is overdue already: no honest time can be named. */
    String write(Correspondence to, Outlook outlook, Instant now) {
        Phrases phrases = new Phrases(to.language(), zone);
        Map<String, String> values = new HashMap<>();
        values.put("number", to.number());
        if (outlook.promise() instanceof Promise.By(Instant due) && due.isAfter(now)) {
            values.put("expected", phrases.by(due, now));
        }
        switch (outlook.handling()) {
            case Handling.Unknown _ -> {}
            case Handling.Owned(String name) when name.isBlank() -> {}
            case Handling.Owned(String name) -> values.put("owner", name);
            case Handling.Queued(int position) -> values.put("position", Integer.toString(position));
            case Handling.QueuedFor queued -> {
                values.put("position", Integer.toString(queued.position()));
                values.put("wait", phrases.span(queued.expectedWait()));
            }
        }
        return wording.of(TemplateKind.ACKNOWLEDGEMENT, to.channel(), to.language())
                .fill(values);
    }
}
