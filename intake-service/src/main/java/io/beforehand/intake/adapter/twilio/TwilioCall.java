package io.beforehand.intake.adapter.twilio;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.CallMissed;
import io.beforehand.intake.adapter.ChannelEvent.CallNoted;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call, which has one id from its first ring to its end; the leg to an agent has another one, and names this as its parent. While
 * the call is going on, Twilio asks what to do next; what is told apart from that comes with a number, as states may overtake each
 * other.
 */
record TwilioCall(Fields fields, @Nullable String token) {

    ChannelEvent read() {
        if (fields.has("QueueResult")) {
            return leftQueue(fields.required("QueueResult"));
        }
        if (fields.has("DialCallStatus")) {
            return dialled(fields.required("DialCallStatus"));
        }
        if (fields.first("RecordingSid", "RecordingUrl", "TranscriptionSid", "SpeechResult", "Digits") != null) {
            return new TwilioUtterance(this).read();
        }
        if (fields.has("ParentCallSid")) {
            return leg(fields.or("CallStatus", "unknown"));
        }
        return isGoingOn()
                ? said("call:" + id() + "|ringing", Content.typed(null))
                : state(fields.required("CallStatus"));
    }

    /** Whether Twilio waits for what to do with a call that came in. Asked again, it is the same call. */
    boolean isGoingOn() {
        boolean told = fields.first("CallbackSource", "SequenceNumber", "RecordingSid", "TranscriptionSid") != null;
        boolean handedOn = fields.first("QueueResult", "DialCallStatus", "ParentCallSid") != null;
        return !told
                && !handedOn
                && fields.or("Direction", "inbound").equals("inbound")
                && switch (fields.or("CallStatus", "ringing")) {
                    case "queued", "ringing", "in-progress" -> true;
                    default -> false;
                };
    }

    private ChannelEvent state(String status) {
        String number = fields.get("SequenceNumber");
        Origin origin = origin("call:" + id() + "|" + status + (number == null ? "" : "|" + number));
        boolean inbound = fields.or("Direction", "inbound").equals("inbound");
        return switch (status) {
            case "no-answer", "busy", "failed", "canceled" ->
                inbound
                        ? new CallMissed(origin, Caller.of(fields).customer(), null)
                        : new CallNoted(origin, "call-out-failed");
            case "completed" -> new CallNoted(origin, "call-ended");
            default -> new CallNoted(origin, "call-" + status);
        };
    }

    private ChannelEvent leftQueue(String result) {
        Origin origin = origin("queue:" + id() + "|" + result);
        return result.equals("hangup")
                ? new CallMissed(origin, Caller.of(fields).customer(), seconds("QueueTime"))
                : new CallNoted(origin, "queue-left");
    }

    /** How the attempt to reach an agent came out, told when it is over. */
    private ChannelEvent dialled(String status) {
        Origin origin = origin("dial:" + fields.or("DialCallSid", id()) + "|" + status);
        return switch (status) {
            case "completed", "answered" -> answered(origin, null);
            default -> new CallNoted(origin, "agent-not-reached");
        };
    }

    /** The leg to an agent: the customer has somebody to talk to as soon as it is picked up, unless a machine did that. */
    private ChannelEvent leg(String status) {
        Origin origin = origin("leg:" + id() + "|" + status);
        boolean machine = fields.or("AnsweredBy", "human").matches("machine.*|fax");
        return status.equals("in-progress") && !machine
                ? answered(origin, fields.first("To", "Called"))
                : new CallNoted(origin, "agent-leg-" + status);
    }

    private static ChannelEvent answered(Origin origin, @Nullable String agent) {
        return new ChannelEvent.Answered(
                origin, Channel.VOICE, new Author(AuthorKind.AGENT, agent, null), Visibility.PUBLIC, null);
    }

    ChannelEvent said(String key, Content content) {
        return new Said(origin(key), Channel.VOICE, Caller.of(fields).customer(), content);
    }

    Origin origin(String key) {
        return new Origin(key, token, id(), fields.or("ParentCallSid", id()), fields.time("Timestamp"));
    }

    String id() {
        return fields.required("CallSid");
    }

    private @Nullable Duration seconds(String name) {
        String seconds = fields.or(name, "");
        return seconds.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }
}
