package io.beforehand.intake.adapter.twilio;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import io.beforehand.intake.adapter.MediaAddress;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message of a customer, or what became of one of ours. It does not say when. */
record TwilioMessage(Fields fields, @Nullable String token) {

    private static final Set<String> COMING_IN = Set.of("received", "receiving");
    private static final String WHATSAPP = "whatsapp:";

    ChannelEvent read() {
        String status = fields.first("MessageStatus", "SmsStatus");
        return status == null || COMING_IN.contains(status) ? received() : sent(status);
    }

    private ChannelEvent received() {
        return switch (Consent.of(fields, channel())) {
            case WITHDRAWN -> new ChannelEvent.OptedOut(origin("opt-out"), channel(), from());
            case GIVEN -> new ChannelEvent.OptedIn(origin("opt-in"), channel(), from());
            case ASKED_ABOUT -> new PassedOver(origin("help"), Reason.BOT);
            case NOT_MENTIONED -> new ChannelEvent.Said(origin("message"), channel(), customer(), content());
        };
    }

    private ChannelEvent sent(String status) {
        Origin origin = new Origin("receipt:" + id() + "|" + status, token, id(), from() + "/" + to(), null);
        String error = fields.get("ErrorCode");
        return switch (status) {
            case "sent", "delivered", "read" -> new Receipt(origin, channel(), status, error);
            case "failed", "undelivered" -> new Receipt(origin, channel(), "failed", error);
            default -> new PassedOver(origin, Reason.UNKNOWN_TYPE);
        };
    }

    private Content content() {
        List<Attachment> media = media();
        String body = fields.raw("Body");
        String text = body == null || body.isEmpty() && media.isEmpty() ? place() : body;
        TextOrigin origin;
        if (text == null || text.isEmpty()) {
            origin = TextOrigin.NONE;
        } else if (body == null || body.isEmpty() || fields.first("ButtonPayload", "ListId") != null) {
            origin = TextOrigin.CHOSEN;
        } else {
            origin = media.isEmpty() ? TextOrigin.TYPED : TextOrigin.CAPTION;
        }
        return Content.typed(text).from(origin).with(media).answering(fields.get("OriginalRepliedMessageSid"));
    }

    /** Whoever fetches them shows the account's token, so they have to be Twilio's own. */
    private List<Attachment> media() {
        List<Attachment> media = new ArrayList<>();
        for (int i = 0; fields.has("MediaUrl" + i); i++) {
            String address = MediaAddress.ofHosts(fields.get("MediaUrl" + i), "twilio.com", "twiliocdn.com");
            media.add(new Attachment(null, fields.get("MediaContentType" + i), null, address, null));
        }
        return media;
    }

    private @Nullable String place() {
        String latitude = fields.get("Latitude");
        String longitude = fields.get("Longitude");
        String lines = Stream.of(
                        fields.get("Label"),
                        fields.get("Address"),
                        latitude == null || longitude == null ? null : latitude + "," + longitude)
                .filter(line -> line != null)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? fields.raw("Body") : lines;
    }

    /** On WhatsApp a customer is whom WhatsApp itself knows by his number, and is reached by way of Twilio. */
    private Customer customer() {
        if (!from().startsWith(WHATSAPP)) {
            return new Customer(from(), fields.get("ProfileName"), null, null, null);
        }
        String number = from().substring(WHATSAPP.length()).replace("+", "");
        return new Customer(fields.or("WaId", number), fields.get("ProfileName"), null, null, from());
    }

    private Channel channel() {
        return from().startsWith(WHATSAPP) || from().startsWith("messenger:") ? Channel.SOCIAL : Channel.SMS;
    }

    private Origin origin(String what) {
        return new Origin(what + ":" + id(), token, id(), to() + "/" + from(), null);
    }

    private String id() {
        return fields.required("MessageSid", "SmsSid");
    }

    private String from() {
        return fields.required("From");
    }

    private String to() {
        return fields.required("To");
    }
}
