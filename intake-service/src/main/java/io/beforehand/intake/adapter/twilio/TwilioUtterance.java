package io.beforehand.intake.adapter.twilio;

import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.CallNoted;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.MediaAddress;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.request.core.Attachment;
import java.util.List;

/** What a caller says to the machine: keys, words, a message after the tone. */
record TwilioUtterance(TwilioCall call) {

    ChannelEvent read() {
        Fields fields = call.fields();
        if (fields.has("TranscriptionSid")) {
            return transcribed(fields);
        }
        if (fields.first("RecordingSid", "RecordingUrl") != null) {
            return recorded(fields);
        }
        return fields.has("SpeechResult")
                ? spoken(fields.required("SpeechResult"))
                : pressed(fields.required("Digits"));
    }

    /**
     * One key is a choice in a menu. Several may be a card or a secret number, which nobody is to read here. The same key in two menus
     * differs by its token alone, which a call that is told twice repeats.
     */
    private ChannelEvent pressed(String digits) {
        Content content = Content.typed(digits.length() == 1 ? digits : null).from(TextOrigin.CHOSEN);
        String menu = call.token() == null ? "" : "|" + call.token();
        return call.said("call:" + call.id() + "|gather|" + digits + menu, content);
    }

    /** Said twice in a call it is said twice; told twice it has the same token. */
    private ChannelEvent spoken(String words) {
        String token = call.token() == null ? "" : call.token();
        return call.said(
                "call:" + call.id() + "|speech|" + Digests.key(words, token),
                Content.typed(words).from(TextOrigin.ASR));
    }

    /** A message after the tone; or that a talk was recorded, which names no caller and is nothing he said to us. */
    private ChannelEvent recorded(Fields fields) {
        String address = MediaAddress.ofHosts(fields.get("RecordingUrl"), "twilio.com");
        String id = fields.or("RecordingSid", Digests.key(fields.or("RecordingUrl", "")));
        if (!fields.has("From") || fields.has("RecordingStatus")) {
            return new CallNoted(call.origin("recorded:" + id), "call-recorded");
        }
        Attachment recording = new Attachment(null, "audio/*", null, address, id);
        return call.said("recording:" + id, Content.typed(null).with(List.of(recording)));
    }

    private ChannelEvent transcribed(Fields fields) {
        String id = fields.required("TranscriptionSid");
        String text = fields.get("TranscriptionText");
        return text == null
                ? new CallNoted(call.origin("transcription:" + id), "call-not-transcribed")
                : call.said("transcription:" + id, Content.typed(text).from(TextOrigin.ASR));
    }
}
