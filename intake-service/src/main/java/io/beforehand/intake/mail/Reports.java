package io.beforehand.intake.mail;

import io.beforehand.intake.mail.Report.State;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads reports about mails: of delivery (RFC 3464), of display (RFC 8098), of complaints (RFC 5965), and those of older mail
 * systems that write the same fields into plain text.
 */
final class Reports {

    private static final Pattern ACTION = field("Action", "(\\w+)");
    private static final Pattern STATUS = field("Status", "([245])\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern DISPOSITION = field("Disposition", "[^;\\n]*;\\s*(\\w+)");
    private static final Pattern MESSAGE_ID = field("Message-ID", "<([^<>\\s]+)>");
    private static final Pattern ORIGINAL_ID = field("Original-Message-ID", "<([^<>\\s]+)>");
    private static final Pattern MEANT_FOR = recipient("Original-Recipient");
    private static final Pattern SENT_TO = recipient("Final-Recipient");
    private static final Set<String> SENDERS = Set.of("mailer-daemon", "postmaster");
    private static final int MAX_LOOKED_AT = 200_000;

    private Reports() {}

    static Optional<Report> of(Part root, @Nullable Address from, String text, Optional<Charset> usual) {
        if (root.type().is("multipart/report")
                || part(root, "message/delivery-status").isPresent()) {
            return Optional.of(structured(root, usual));
        }
        boolean fromSystem = from != null && SENDERS.contains(from.localPart());
        boolean plain = ACTION.matcher(text).find() && STATUS.matcher(text).find();
        return fromSystem && plain ? Optional.of(delivery(text, text)) : Optional.empty();
    }

    private static Report structured(Part root, Optional<Charset> usual) {
        String original = Stream.of("message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers")
                .flatMap(type -> part(root, type).stream())
                .map(part -> ascii(part))
                .findFirst()
                .orElse("");
        Optional<Part> complaint = part(root, "message/feedback-report");
        if (complaint.isPresent()) {
            return new Report(State.COMPLAINT, first(MESSAGE_ID, original), null);
        }
        Optional<Part> display = part(root, "message/disposition-notification");
        if (display.isPresent()) {
            String fields = ascii(display.get());
            boolean read = "displayed".equalsIgnoreCase(first(DISPOSITION, fields));
            return new Report(read ? State.READ : State.OTHER, first(ORIGINAL_ID, fields), recipientIn(fields));
        }
        String status = Stream.of("message/delivery-status", "message/global-delivery-status")
                .flatMap(type -> part(root, type).stream())
                .map(Reports::ascii)
                .findFirst()
                .orElseGet(() -> BodyText.of(root, usual).whole());
        return delivery(status, original);
    }

    /** The worst word on any recipient counts: our mails have one. */
    private static Report delivery(String fields, String original) {
        State state = State.OTHER;
        Matcher action = ACTION.matcher(fields);
        String status = first(STATUS, fields);
        while (action.find()) {
            State next =
                    switch (action.group(1).toLowerCase(Locale.ROOT)) {
                        case "failed" -> "4".equals(status) ? State.BOUNCED_SOFT : State.BOUNCED_HARD;
                        case "delayed" -> State.BOUNCED_SOFT;
                        case "delivered" -> State.DELIVERED;
                        default -> State.OTHER;
                    };
            state = next.compareTo(state) < 0 ? next : state;
        }
        return new Report(state, first(MESSAGE_ID, original), recipientIn(fields));
    }

    private static Optional<Part> part(Part root, String type) {
        return root.all().filter(part -> part.type().is(type)).findFirst();
    }

    private static String ascii(Part part) {
        return new String(
                part.content(), 0, Math.min(part.content().length, MAX_LOOKED_AT), StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String first(Pattern field, String text) {
        Matcher found = field.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    private static @Nullable String recipientIn(String fields) {
        String meant = first(MEANT_FOR, fields);
        return meant == null ? first(SENT_TO, fields) : meant;
    }

    private static Pattern recipient(String name) {
        return field(name, "[^;\\n]*;\\s*<?([^\\s<>]+@[^\\s<>]+)>?");
    }

    private static Pattern field(String name, String value) {
        return Pattern.compile(
                "^" + name + ":[ \\t]*(?:\\r?\\n[ \\t]+)?" + value, Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    }
}
