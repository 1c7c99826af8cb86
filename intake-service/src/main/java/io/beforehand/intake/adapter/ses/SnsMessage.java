package io.beforehand.intake.adapter.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.IsoTimes;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What SNS posts: JSON, although it calls it text. */
record SnsMessage(JsonNode body, Type type) {

    /** What it is, and which of its fields are signed, in this order. */
    enum Type {
        NOTIFICATION("Notification", "Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"),
        SUBSCRIPTION_CONFIRMATION(
                "SubscriptionConfirmation",
                "Message",
                "MessageId",
                "SubscribeURL",
                "Timestamp",
                "Token",
                "TopicArn",
                "Type"),
        UNSUBSCRIBE_CONFIRMATION(
                "UnsubscribeConfirmation",
                "Message",
                "MessageId",
                "SubscribeURL",
                "Timestamp",
                "Token",
                "TopicArn",
                "Type");

        private final String wireName;
        private final List<String> signed;

        Type(String wireName, String... signed) {
            this.wireName = wireName;
            this.signed = List.of(signed);
        }
    }

    private static final String OPTIONAL = "Subject";

    /**
     * Hosts of SNS. A region is a word of two letters, words and a number: names that are looser let in the old addresses of S3, at
     * which anybody can leave a file.
     */
    private static final String HOST =
            "https://sns\\.[a-z]{2}(-[a-z]{3,12}){1,3}-[0-9]{1,2}\\.amazonaws\\.com(\\.cn)?/";

    private static final Pattern CERTIFICATE = Pattern.compile(HOST + "[A-Za-z0-9_-]{1,200}\\.pem");
    private static final Pattern SUBSCRIPTION = Pattern.compile(HOST + "\\?[!-~]{1,2000}");

    /** Empty if it is not of SNS, or not signed. */
    static Optional<SnsMessage> of(Delivery delivery) {
        try {
            JsonNode body = JsonBody.object(delivery.body());
            return Stream.of(Type.values())
                    .filter(type -> type.wireName.equals(body.path("Type").textValue()))
                    .map(type -> new SnsMessage(body, type))
                    .filter(SnsMessage::isWhole)
                    .findFirst();
        } catch (MalformedDeliveryException _) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        return type.signed.stream().allMatch(name -> name.equals(OPTIONAL) || field(name) != null)
                && field("Signature") != null
                && field("SignatureVersion") != null
                && Stream.of("MessageId", "Timestamp", "TopicArn", "Token")
                        .map(this::field)
                        .allMatch(value -> value == null || value.indexOf('\n') < 0);
    }

    /** What the signature is over: names and values, a line each. Only a text may have more lines than one. */
    String signedText() {
        StringBuilder text = new StringBuilder();
        for (String name : type.signed) {
            String value = field(name);
            if (value != null) {
                text.append(name).append('\n').append(value).append('\n');
            }
        }
        return text.toString();
    }

    String text(String name) {
        String value = field(name);
        return value == null ? "" : value;
    }

    Optional<Instant> timestamp() {
        return IsoTimes.parse(text("Timestamp"));
    }

    /** Where the certificate is; empty if that is not a place of SNS. */
    Optional<String> certificateUrl() {
        return Optional.of(text("SigningCertURL"))
                .filter(url -> CERTIFICATE.matcher(url).matches());
    }

    /** What confirms the subscription; empty if that is not a place of SNS. */
    Optional<String> subscribeUrl() {
        return Optional.of(text("SubscribeURL"))
                .filter(url -> SUBSCRIPTION.matcher(url).matches());
    }

    private @Nullable String field(String name) {
        return body.path(name).textValue();
    }
}
