package io.beforehand.intake.adapter.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.AuthStrength;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Mailed;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Example;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.mail.Address;
import io.beforehand.intake.mail.Nature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples of SendGrid do not show. */
class SendGridTest {

    private static final Example EVENTS = Example.of("email-sendgrid", "event-webhook-dropped-ecdsa-vector");
    private static final AccountKeys KEYS = keys(EVENTS.keys().publicKey(), "user:password");
    private static final AccountKeys PASSWORD_ONLY = keys(null, "user:password");

    private final SendGridAdapter adapter = new SendGridAdapter();

    @ParameterizedTest
    @CsvSource({
        "-301, OUTSIDE_WINDOW",
        "-300, ",
        "300, ",
        "301, OUTSIDE_WINDOW",
    })
    void eventsAreGoodForFiveMinutesBothWays(int seconds, Verification.@Nullable Cause cause) {
        // When
        Verification verification =
                adapter.verify(EVENTS.delivery(), KEYS, EVENTS.now().plusSeconds(seconds));

        // Then
        assertThat(verification).isEqualTo(cause == null ? Verification.SIGNED : new Verification.Refused(cause));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Twilio-Email-Event-Webhook-Signature, , SIGNATURE_MISSING",
        "X-Twilio-Email-Event-Webhook-Signature, '', SIGNATURE_INVALID",
        "X-Twilio-Email-Event-Webhook-Signature, no Base64!, SIGNATURE_INVALID",
        "X-Twilio-Email-Event-Webhook-Signature, AAAA, SIGNATURE_INVALID",
        "X-Twilio-Email-Event-Webhook-Timestamp, , SIGNATURE_MISSING",
        "X-Twilio-Email-Event-Webhook-Timestamp, '', SIGNATURE_INVALID",
        "X-Twilio-Email-Event-Webhook-Timestamp, yesterday, SIGNATURE_INVALID",
        "X-Twilio-Email-Event-Webhook-Timestamp, 1600112503, SIGNATURE_INVALID",
    })
    void eventsWithoutAGoodSignatureAreRefused(String header, @Nullable String value, Verification.Cause cause) {
        // Given
        Map<String, String> headers = new HashMap<>(EVENTS.delivery().headers());
        headers.remove(header);
        if (value != null) {
            headers.put(header, value);
        }

        // When
        Verification verification =
                adapter.verify(new Delivery("POST", "/", headers, EVENTS.body()), KEYS, EVENTS.now());

        // Then
        assertThat(verification).isEqualTo(new Verification.Refused(cause));
    }

    @Test
    void aPasswordIsNotEnoughForEvents() {
        // Given
        Delivery delivery = new Delivery(
                "POST",
                "/",
                Map.of("Content-Type", "application/json", "Authorization", basic("user:password")),
                EVENTS.body());

        // Then
        assertThat(adapter.verify(delivery, KEYS, EVENTS.now())).isEqualTo(Verification.MISSING);
        assertThat(adapter.verify(EVENTS.delivery(), PASSWORD_ONLY, EVENTS.now()))
                .isEqualTo(Verification.INVALID);
    }

    @Test
    void aMailMayBeSignedLikeEventsAndThenItsSignatureHasToBeGood() {
        // Given
        Map<String, String> headers = new HashMap<>(EVENTS.delivery().headers());
        headers.put("Content-Type", "multipart/form-data; boundary=x");
        headers.put("Authorization", basic("user:password"));

        // Then
        assertThat(adapter.verify(new Delivery("POST", "/", headers, EVENTS.body()), KEYS, EVENTS.now()))
                .isEqualTo(Verification.SIGNED);
        assertThat(adapter.verify(new Delivery("POST", "/", headers, new byte[] {1}), KEYS, EVENTS.now()))
                .isEqualTo(Verification.INVALID);
        assertThat(adapter.verify(new Delivery("POST", "/", headers, new byte[] {1}), PASSWORD_ONLY, EVENTS.now()))
                .isEqualTo(new Verification.Valid(AuthStrength.SECRET_SHOWN, null));
    }

    @ParameterizedTest
    @CsvSource({
        ", SIGNATURE_MISSING",
        "Bearer user:password, SIGNATURE_MISSING",
        "Basic, SIGNATURE_MISSING",
        "Basic !!, SIGNATURE_MISSING",
        "Basic dXNlcjo=, TOKEN_INVALID",
        "Basic , SIGNATURE_MISSING",
    })
    void aMailWithoutAGoodPasswordIsRefused(@Nullable String authorization, Verification.Cause cause) {
        // Given
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "multipart/form-data; boundary=x"));
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }

        // When
        Verification verification = adapter.verify(new Delivery("POST", "/", headers, new byte[0]), KEYS, EVENTS.now());

        // Then
        assertThat(verification).isEqualTo(new Verification.Refused(cause));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"event\":\"processed\"', sent, ",
        "'\"event\":\"delivered\",\"response\":\"250 OK to jo@home.example\"', delivered, ",
        "'\"event\":\"deferred\",\"status\":\"4.7.1\"', bounced-soft, 4.7.1",
        "'\"event\":\"bounce\",\"type\":\"bounce\",\"status\":\"5.1.1\"', bounced-hard, 5.1.1",
        "'\"event\":\"bounce\",\"type\":\"blocked\",\"status\":\"5.7.1\"', bounced-soft, 5.7.1",
        "'\"event\":\"bounce\",\"type\":\"bounce\",\"status\":\"4.2.2\"', bounced-soft, 4.2.2",
        "'\"event\":\"bounce\"', bounced-hard, ",
        "'\"event\":\"dropped\",\"reason\":\"Bounced Address\"', failed, Bounced Address",
        "'\"event\":\"dropped\",\"reason\":\"to <jo@home.example>: no\"', failed, ",
        "'\"event\":\"spamreport\"', complaint, ",
        "'\"event\":\"open\"', read, ",
        "'\"event\":\"click\"', read, ",
    })
    void whatBecameOfAMailIsToldInOneWordAndACode(String event, String state, @Nullable String error) {
        // When
        ChannelEvent told = told(event).getFirst();

        // Then
        assertThat(((Receipt) told).state()).isEqualTo(state);
        assertThat(((Receipt) told).error()).isEqualTo(error);
        assertThat(told.origin().messageId()).isEqualTo("ours@shop.example");
        assertThat(told.origin().conversation()).isEqualTo("ours@shop.example");
        assertThat(told.origin().occurredAt()).isEqualTo(Instant.ofEpochSecond(1600112492));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsubscribe", "group_unsubscribe"})
    void whoUnsubscribesDoesNotWantToHearFromUs(String type) {
        assertThat(told("\"event\":\"" + type + "\""))
                .singleElement()
                .isInstanceOfSatisfying(ChannelEvent.OptedOut.class, out -> assertThat(out.address())
                        .isEqualTo("jo@home.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"event\":\"group_resubscribe\"",
                "\"event\":\"something new\"",
                "\"event\":\"open\",\"sg_machine_open\":true",
            })
    void whatSaysNothingIsPassedOver(String event) {
        assertThat(told(event)).singleElement().isInstanceOf(PassedOver.class);
    }

    @Test
    void aBatchKeepsItsOrderAndItsEventsApartAlsoWithoutIds() {
        // Given
        String batch = "[{\"event\":\"delivered\",\"sg_event_id\":\"a\"},{\"event\":\"open\",\"timestamp\":1},"
                + "{\"event\":\"open\",\"timestamp\":2}]";

        // When
        List<ChannelEvent> events = adapter.parse(json(batch), KEYS);

        // Then
        assertThat(events).extracting(event -> event.origin().key()).doesNotHaveDuplicates();
        assertThat(events.getFirst().origin().key()).isEqualTo("receipt:a");
        assertThat(adapter.parse(json(batch), KEYS)).isEqualTo(events);
        assertThat(adapter.parse(json("[]"), KEYS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[{}]", "[1]", "[{\"event\":\"delivered\"}", "[[[[", "[{\"event\":\"unsubscribe\"}]"})
    void eventsThatAreNoneAreMalformed(String body) {
        assertThatThrownBy(() -> adapter.parse(json(body), KEYS)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void anEventThatIsNoneDoesNotCostTheOthers() {
        // When
        List<ChannelEvent> events = adapter.parse(
                json("[{\"sg_event_id\":\"a\"},1,{\"event\":\"delivered\",\"sg_event_id\":\"b\"}]"), KEYS);

        // Then
        assertThat(events).hasSize(3);
        assertThat(((PassedOver) events.getFirst()).reason()).isEqualTo(PassedOver.Reason.MALFORMED);
        assertThat(events.getLast()).isInstanceOf(Receipt.class);
    }

    @Test
    void theAddressThatWasReallyMailedIsOneOfItsRecipientsAndChecksCount() {
        // When
        Mailed mailed = mailed(
                field(
                        "headers",
                        "From: jo@home.example\nTo: support@shop.example\nMessage-ID: <1@home.example>\n"
                                + "References: <0@home.example> <ours@shop.example>\n"),
                field("text", "Hello"),
                field("envelope", "{\"to\":[\"support+token@shop.example\"],\"from\":\"jo@home.example\"}"),
                field("SPF", "softfail"),
                field("dkim", "{@home.example : fail, @other.example : none}"));

        // Then
        assertThat(mailed.mail().recipients()).extracting(Address::address).contains("support+token@shop.example");
        assertThat(mailed.mail().nature()).isEqualTo(new Nature.Machine("sender-unproven"));
        assertThat(mailed.origin().conversation()).isEqualTo("0@home.example");
        assertThat(mailed.origin().key()).isEqualTo("mail:1@home.example");
    }

    @ParameterizedTest
    @CsvSource({
        "SPF, pass, person",
        "dkim, {@home.example : pass}, person",
        "dkim, none, person",
        "dkim, {@home.example : fail}, sender-unproven",
        "SPF, fail, sender-unproven",
        "spam_score, 4.9, person",
        "spam_score, 5.0, spam",
        "spam_score, high, person",
        "envelope, '{\"to\":[],\"from\":\"\"}', null-return-path",
        "envelope, '{\"to\":[],\"from\":null}', person",
    })
    void checksOfTheProviderDecideWhetherAMachineMayAnswer(String name, String value, String expected) {
        // When
        Mailed mailed = mailed(field("headers", "From: jo@home.example\n"), field(name, value));

        // Then
        assertThat(mailed.mail().nature())
                .isEqualTo(expected.equals("person") ? new Nature.Person() : new Nature.Machine(expected));
    }

    @Test
    void whatASenderWritesCannotStandForAFieldOfTheProvider() {
        assertThatThrownBy(() -> mailed(
                        field("headers", "From: jo@home.example\n"),
                        field("text", "Hi\r\n--b\r\nContent-Disposition: form-data; name=\"SPF\"\r\n\r\npass"),
                        field("SPF", "fail")))
                .isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void aMailWithoutAnIdIsKnownByWhatItSays() {
        // Given
        String headers = field("headers", "From: jo@home.example\nDate: Thu, 12 Oct 2017 18:03:30 -0700\n");

        // Then
        assertThat(mailed(headers, field("text", "a")).origin().key())
                .isEqualTo(mailed(headers, field("text", "a")).origin().key())
                .isNotEqualTo(mailed(headers, field("text", "b")).origin().key());
    }

    @Test
    void aFileIsCalledWhatTheInfoSaysWithOrWithoutAFileName() {
        // When
        Mailed mailed = mailed(
                field("headers", "From: jo@home.example\n"),
                field("attachment-info", "{\"attachment1\":{\"filename\":\"发票.pdf\",\"type\":\"application/pdf\"}}"),
                field("attachment1", "%PDF"));

        // Then
        assertThat(mailed.mail().files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("发票.pdf");
            assertThat(file.mediaType()).isEqualTo("application/pdf");
        });
    }

    @Test
    void aFormWithoutAMailIsMalformed() {
        assertThatThrownBy(() -> mailed(field("text", "Hello"))).isInstanceOf(MalformedDeliveryException.class);
        assertThatThrownBy(() -> mailed(field("headers", ""))).isInstanceOf(MalformedDeliveryException.class);
        assertThatThrownBy(() -> mailed(field("headers", "From: jo@home.example\n"), field("charsets", "no JSON")))
                .isInstanceOf(MalformedDeliveryException.class);
        assertThatThrownBy(() -> mailed(field("email", "Subject: from nobody\r\n\r\n")))
                .isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void anAccountNeedsAPasswordOrAKey() {
        adapter.check(KEYS);
        adapter.check(PASSWORD_ONLY);
        adapter.check(new AccountKeys(List.of(), null, null, null, KEYS.publicKey(), null, null, null, null, null));
        assertThatThrownBy(() -> adapter.check(AccountKeys.NONE)).isInstanceOf(InvalidKeysException.class);
        assertThatThrownBy(() -> adapter.check(keys("no key", "user:password")))
                .isInstanceOf(InvalidKeysException.class);
    }

    private List<ChannelEvent> told(String members) {
        return adapter.parse(
                json("[{\"email\":\"jo@home.example\",\"smtp-id\":\"<ours@shop.example>\",\"timestamp\":1600112492,"
                        + members + "}]"),
                KEYS);
    }

    private Mailed mailed(String... fields) {
        byte[] body = (String.join("", fields) + "--b--\r\n").getBytes(StandardCharsets.UTF_8);
        Delivery delivery = new Delivery("POST", "/", Map.of("Content-Type", "multipart/form-data; boundary=b"), body);
        return (Mailed) adapter.parse(delivery, KEYS).getFirst();
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static Delivery json(String body) {
        return new Delivery(
                "POST", "/", Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    private static AccountKeys keys(@Nullable String publicKey, String secret) {
        return new AccountKeys(List.of("previous", secret), null, null, null, publicKey, null, null, null, null, null);
    }
}
