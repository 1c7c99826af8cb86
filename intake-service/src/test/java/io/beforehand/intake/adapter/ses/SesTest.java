package io.beforehand.intake.adapter.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Mailed;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.PublicKeys;
import io.beforehand.intake.mail.Address;
import io.beforehand.intake.mail.Nature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples of SES and SNS do not show. */
class SesTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111111111111:mails";

    private static Signer signer;
    private final SesAdapter adapter = new SesAdapter();

    @BeforeAll
    static void makesACertificate(@TempDir Path directory) {
        signer = Signer.in(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void bothVersionsOfTheSignatureAreGoodByTheCertificateThatWasFetched(String version) {
        // Given
        Delivery delivery = delivery(signer.sign(notification("{}"), version));

        // Then
        assertThat(adapter.remoteKey(delivery, ofTopic(TOPIC)).orElseThrow().url())
                .isEqualTo("https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem");
        assertThat(adapter.verify(delivery, ofTopic(TOPIC).with(signer.certificate()), NOW))
                .isEqualTo(Verification.SIGNED);
        assertThat(adapter.verify(delivery, ofTopic(TOPIC), NOW)).isEqualTo(Verification.INVALID);
        assertThat(adapter.verify(delivery, ofTopic(TOPIC).with("<html>"), NOW)).isEqualTo(Verification.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"-3601, false", "-3600, true", "3600, true", "3601, false"})
    void aMessageIsGoodForAnHourBothWays(int seconds, boolean good) {
        // Given
        Delivery delivery = delivery(signer.sign(notification("{}"), "2"));

        // When
        Verification verification = adapter.verify(delivery, withKey(), NOW.plusSeconds(seconds));

        // Then
        assertThat(verification).isEqualTo(good ? Verification.SIGNED : Verification.OUTSIDE_WINDOW);
    }

    @Test
    void aCertificateThatHasExpiredIsNoneUnlessTheOperatorSetIt() {
        // Given
        Instant later = NOW.plusSeconds(366L * 24 * 3600);
        ObjectNode message = notification("{}").put("Timestamp", later.toString());
        Delivery delivery = delivery(signer.sign(message, "2"));

        // Then
        assertThat(adapter.verify(delivery, ofTopic(TOPIC).with(signer.certificate()), later))
                .isEqualTo(Verification.INVALID);
        assertThat(adapter.verify(delivery, withKey(), later)).isEqualTo(Verification.SIGNED);
    }

    @Test
    void anybodyCanHaveSnsSignSoTheTopicHasToBeTheAccounts() {
        // Given
        Delivery delivery = delivery(signer.sign(notification("{}"), "2"));

        // Then
        assertThat(adapter.verify(delivery, ofTopic(TOPIC + "-of-another").with(signer.certificate()), NOW))
                .isEqualTo(Verification.INVALID);
        assertThat(adapter.verify(
                        delivery,
                        new AccountKeys(
                                List.of(), null, null, null, signer.certificate(), null, null, "another", null, null),
                        NOW))
                .isEqualTo(Verification.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.eu-west-1.amazonaws.com/a.pem",
                "https://sns.eu-west-1.amazonaws.com.evil.example/a.pem",
                "https://evil.example/sns.eu-west-1.amazonaws.com/a.pem",
                "https://sns.eu-west-1.amazonaws.com@evil.example/a.pem",
                "https://sns.eu-west-1.amazonaws.com:8443/a.pem",
                "https://sns.eu-west-1.amazonaws.com/a.pem?x",
                "https://sns.eu-west-1.amazonaws.com/../a.pem",
                "https://sns.eu-west-1.amazonaws.com/a.txt",
                "https://sns.s3.amazonaws.com/a.pem",
                "https://sns.s3-us-west-2.amazonaws.com/a.pem",
                "https://snsXeu-west-1.amazonaws.com/a.pem",
                "https://sns.eu-west-1.amazonaws.com/a.pem\nx",
                "",
            })
    void aCertificateOfAnotherPlaceIsNotFetchedNorBelieved(String url) {
        // Given
        Delivery delivery = delivery(signer.sign(notification("{}").put("SigningCertURL", url), "2"));

        // Then
        assertThat(adapter.remoteKey(delivery, ofTopic(TOPIC))).isEmpty();
        assertThat(adapter.verify(delivery, ofTopic(TOPIC).with(signer.certificate()), NOW))
                .isEqualTo(Verification.INVALID);
    }

    @Test
    void forWhatWouldBeRefusedWithAnyCertificateNoneIsFetched() {
        // Given
        Delivery ofAnotherTopic = delivery(signer.sign(notification("{}").put("TopicArn", TOPIC + "-of-another"), "2"));
        Delivery leadingElsewhere =
                delivery(signer.sign(subscription("SubscriptionConfirmation", "https://evil.example/?x"), "2"));

        // Then
        assertThat(adapter.remoteKey(ofAnotherTopic, ofTopic(TOPIC))).isEmpty();
        assertThat(adapter.remoteKey(leadingElsewhere, ofTopic(TOPIC))).isEmpty();
        assertThat(adapter.remoteKey(delivery(signer.sign(notification("{}"), "2")), ofTopic(TOPIC)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cn-north-1.amazonaws.com.cn", "us-gov-west-1.amazonaws.com", "ap-southeast-2.amazonaws.com"})
    void allRegionsAreItsOwn(String host) {
        // Given
        ObjectNode message = notification("{}").put("SigningCertURL", "https://sns." + host + "/a.pem");

        // Then
        assertThat(adapter.remoteKey(delivery(signer.sign(message, "2")), ofTopic(TOPIC)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "Signature, , SIGNATURE_MISSING",
        "Signature, no Base64!, SIGNATURE_INVALID",
        "Signature, '', SIGNATURE_INVALID",
        "Signature, AAAA, SIGNATURE_INVALID",
        "SignatureVersion, , SIGNATURE_MISSING",
        "SignatureVersion, 3, SIGNATURE_INVALID",
        "SignatureVersion, 1, SIGNATURE_INVALID",
        "Type, Something, SIGNATURE_MISSING",
        "Type, , SIGNATURE_MISSING",
        "Message, , SIGNATURE_MISSING",
        "Message, another, SIGNATURE_INVALID",
        "Subject, added, SIGNATURE_INVALID",
        "MessageId, another, SIGNATURE_INVALID",
        "Timestamp, yesterday, SIGNATURE_INVALID",
        "Timestamp, 2026-11-02T08:00:01Z, SIGNATURE_INVALID",
    })
    void aMessageThatWasChangedOrIsNotWholeIsRefused(String field, @Nullable String value, Verification.Cause cause) {
        // Given
        ObjectNode message = signer.sign(notification("{}"), "2");
        if (value == null) {
            message.remove(field);
        } else {
            message.put(field, value);
        }

        // Then
        assertThat(adapter.verify(delivery(message), withKey(), NOW)).isEqualTo(new Verification.Refused(cause));
    }

    @Test
    void aFieldCannotSwallowTheLinesOfAnother() {
        // Given
        ObjectNode message = signer.sign(notification("{}\nMessageId\nother"), "2");
        message.put("Message", "{}")
                .put(
                        "MessageId",
                        "other\nMessageId\n" + message.path("MessageId").asText());

        // Then
        assertThat(adapter.verify(delivery(message), withKey(), NOW)).isInstanceOf(Verification.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no JSON", "{}", "{\"Type\":{}}", "{\"Type\":\"Notification\"}"})
    void whatIsNoMessageIsRefusedWithoutAnException(String body) {
        // Given
        Delivery delivery = new Delivery("POST", "/", Map.of(), body.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(adapter.verify(delivery, withKey(), NOW)).isEqualTo(Verification.MISSING);
        assertThat(adapter.remoteKey(delivery, ofTopic(TOPIC))).isEmpty();
        assertThatThrownBy(() -> adapter.parse(delivery, withKey())).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void aSubscriptionIsConfirmedAtTheAddressThatSnsNames() {
        // Given
        String url = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + TOPIC + "&Token=t";
        Delivery delivery = delivery(signer.sign(subscription("SubscriptionConfirmation", url), "2"));

        // Then
        assertThat(adapter.verify(delivery, withKey(), NOW)).isEqualTo(Verification.SIGNED);
        assertThat(adapter.handshake(delivery, withKey())).isPresent();
        assertThat(adapter.confirmation(delivery, withKey()).orElseThrow().url())
                .isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/?Action=ConfirmSubscription",
                "http://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription",
                "https://sns.eu-west-1.amazonaws.com@evil.example/?x",
                "https://sns.eu-west-1.amazonaws.com/?x y",
            })
    void aSubscriptionThatLeadsElsewhereIsRefused(String url) {
        // Given
        Delivery delivery = delivery(signer.sign(subscription("SubscriptionConfirmation", url), "2"));

        // Then
        assertThat(adapter.verify(delivery, withKey(), NOW)).isEqualTo(Verification.INVALID);
        assertThat(adapter.confirmation(delivery, withKey())).isEmpty();
    }

    @Test
    void theEndOfASubscriptionIsNotTakenBack() {
        // Given
        String url = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription";
        Delivery delivery = delivery(signer.sign(subscription("UnsubscribeConfirmation", url), "2"));

        // Then
        assertThat(adapter.verify(delivery, withKey(), NOW)).isEqualTo(Verification.SIGNED);
        assertThat(adapter.handshake(delivery, withKey())).isEmpty();
        assertThat(adapter.confirmation(delivery, withKey())).isEmpty();
        assertThat(adapter.parse(delivery, withKey())).singleElement().isInstanceOf(PassedOver.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"notificationType\":\"Bounce\",\"bounce\":{\"feedbackId\":\"f\",\"bounceType\":\"Permanent\",\"bouncedRecipients\":[{\"status\":\"5.1.1\"}]}', bounced-hard, 5.1.1",
        "'\"notificationType\":\"Bounce\",\"bounce\":{\"feedbackId\":\"f\",\"bounceType\":\"Transient\"}', bounced-soft, ",
        "'\"eventType\":\"Bounce\",\"bounce\":{\"feedbackId\":\"f\",\"bounceType\":\"Undetermined\"}', bounced-soft, ",
        "'\"eventType\":\"Complaint\",\"complaint\":{\"feedbackId\":\"f\",\"complaintFeedbackType\":\"abuse\"}', complaint, abuse",
        "'\"eventType\":\"Delivery\",\"delivery\":{}', delivered, ",
        "'\"eventType\":\"Send\",\"send\":{}', sent, ",
        "'\"eventType\":\"Open\",\"open\":{}', read, ",
        "'\"eventType\":\"Click\",\"click\":{}', read, ",
        "'\"eventType\":\"Reject\",\"reject\":{\"reason\":\"Bad content\"}', failed, Bad content",
        "'\"eventType\":\"Rendering Failure\",\"failure\":{\"errorMessage\":\"x\"}', failed, ",
        "'\"eventType\":\"DeliveryDelay\",\"deliveryDelay\":{\"delayType\":\"MailboxFull\"}', bounced-soft, MailboxFull",
    })
    void whatBecameOfAMailIsToldInOneWordAndACode(String members, String state, @Nullable String error) {
        // When
        Receipt receipt = (Receipt) told("{" + members
                + ",\"mail\":{\"messageId\":\"ses-id\",\"timestamp\":\"2026-11-02T07:00:00.000Z\","
                + "\"headers\":[{\"name\":\"Message-ID\",\"value\":\"<ours@shop.example>\"}]}}");

        // Then
        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.error()).isEqualTo(error);
        assertThat(receipt.origin().messageId()).isEqualTo("ses-id");
        assertThat(receipt.origin().conversation()).isEqualTo("ours@shop.example");
        assertThat(receipt.origin().occurredAt()).isEqualTo(Instant.parse("2026-11-02T07:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Successfully validated SNS topic for Amazon SES event publishing.",
                "{}",
                "{\"notificationType\":\"AmazonSnsSubscriptionSucceeded\",\"mail\":{\"messageId\":\"x\"}}",
                "{\"eventType\":\"Complaint\",\"complaint\":{\"complaintFeedbackType\":\"not-spam\"},\"mail\":{\"messageId\":\"x\"}}",
            })
    void whatSaysNothingIsPassedOver(String message) {
        assertThat(told(message)).isInstanceOf(PassedOver.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, FAIL, PASS, PASS, person",
        "FAIL, FAIL, PASS, PASS, sender-unproven",
        "PASS, PASS, FAIL, PASS, spam",
        "PASS, PASS, PASS, FAIL, virus",
        "GRAY, PROCESSING_FAILED, DISABLED, GRAY, person",
    })
    void checksOfSesDecideWhetherAMachineMayAnswer(
            String spf, String dkim, String spam, String virus, String expected) {
        // Given
        String receipt = "{\"recipients\":[\"support+token@shop.example\"],\"spfVerdict\":{\"status\":\"" + spf
                + "\"},\"dkimVerdict\":{\"status\":\"" + dkim + "\"},\"spamVerdict\":{\"status\":\"" + spam
                + "\"},\"virusVerdict\":{\"status\":\"" + virus + "\"}}";

        // When
        Mailed mailed = (Mailed) told("{\"notificationType\":\"Received\",\"mail\":{\"messageId\":\"ses-id\"},"
                + "\"receipt\":" + receipt + ",\"content\":\"From: jo@home.example\\r\\n\\r\\n退款\"}");

        // Then
        assertThat(mailed.mail().nature())
                .isEqualTo(expected.equals("person") ? new Nature.Person() : new Nature.Machine(expected));
        assertThat(mailed.mail().written()).isEqualTo("退款");
        assertThat(mailed.mail().recipients())
                .extracting(Address::address)
                .containsExactly("support+token@shop.example");
        assertThat(mailed.origin().messageId()).isEqualTo("ses-id");
    }

    @Test
    void aMailWhoseContentWentElsewhereIsStillARequest() {
        // When
        Mailed mailed = (Mailed)
                told(
                        "{\"notificationType\":\"Received\",\"receipt\":{\"action\":{\"type\":\"S3\"}},"
                                + "\"mail\":{\"messageId\":\"ses-id\",\"source\":\"<>\",\"headers\":[{\"name\":\"References\",\"value\":\"<0@shop.example>\"}],"
                                + "\"commonHeaders\":{\"from\":[\"Jo <jo@home.example>\"],\"subject\":\"退款\",\"messageId\":\"<1@home.example>\"}}}");

        // Then
        assertThat(mailed.mail().from()).isEqualTo(new Address("jo@home.example", "Jo"));
        assertThat(mailed.mail().subject()).isEqualTo("退款");
        assertThat(mailed.mail().whole()).isEmpty();
        assertThat(mailed.mail().nature()).isEqualTo(new Nature.Machine("null-return-path"));
        assertThat(mailed.origin().conversation()).isEqualTo("0@shop.example");
        assertThat(mailed.origin().key()).isEqualTo("mail:ses-id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"notificationType\":\"Bounce\",\"bounce\":{}}",
                "{\"notificationType\":\"Received\",\"content\":\"From: jo@home.example\\r\\n\\r\\n\"}",
                "{\"notificationType\":\"Received\",\"mail\":{\"messageId\":\"x\"},\"content\":\"Subject: from nobody\\r\\n\\r\\n\"}",
                "{\"notificationType\":\"Received\",\"mail\":{\"messageId\":\"x\"},\"content\":\"A\",\"receipt\":{\"action\":{\"encoding\":\"BASE64\"}}}",
            })
    void whatLacksWhatItNeedsIsMalformed(String message) {
        assertThatThrownBy(() -> told(message)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void anAccountNeedsItsTopicOrAKey() {
        adapter.check(ofTopic(TOPIC));
        adapter.check(withKey());
        adapter.check(new AccountKeys(List.of(), null, null, null, null, null, null, TOPIC, null, null));
        assertThatThrownBy(() -> adapter.check(AccountKeys.NONE)).isInstanceOf(InvalidKeysException.class);
        assertThatThrownBy(() -> adapter.check(
                        new AccountKeys(List.of(), null, null, TOPIC, "no key", null, null, null, null, null)))
                .isInstanceOf(InvalidKeysException.class);
    }

    @Test
    void aCertificateOfAnotherAlgorithmIsNoKey() {
        assertThat(PublicKeys.read("RSA", signer.certificate())).hasSize(1);
        assertThat(PublicKeys.read("EC", signer.certificate())).isEmpty();
    }

    @Test
    void noTreeIsBuiltOfWhatIsLargerThanSnsSends() {
        ObjectNode large = signer.sign(notification("x".repeat(1024 * 1024)), "2");
        assertThat(adapter.verify(delivery(large), withKey(), NOW)).isEqualTo(Verification.MISSING);
    }

    private ChannelEvent told(String message) {
        return adapter.parse(delivery(signer.sign(notification(message), "2")), withKey())
                .getFirst();
    }

    private static AccountKeys ofTopic(String topic) {
        return new AccountKeys(List.of(), null, null, topic, null, null, null, null, null, null);
    }

    private static AccountKeys withKey() {
        return new AccountKeys(List.of(), null, null, TOPIC, signer.certificate(), null, null, null, null, null);
    }

    private static ObjectNode notification(String message) {
        return JsonBody.newObject()
                .put("Type", "Notification")
                .put("MessageId", "push-id")
                .put("TopicArn", TOPIC)
                .put("Message", message)
                .put("Timestamp", NOW.toString())
                .put(
                        "SigningCertURL",
                        "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem");
    }

    private static ObjectNode subscription(String type, String url) {
        return notification("confirm").put("Type", type).put("Token", "t").put("SubscribeURL", url);
    }

    private static Delivery delivery(ObjectNode message) {
        return new Delivery(
                "POST",
                "/",
                Map.of("Content-Type", "text/plain; charset=UTF-8"),
                JsonBody.write(message).getBytes(StandardCharsets.UTF_8));
    }
}
