package io.beforehand.intake.adapter.postmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.AccountKeys;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples of Postmark do not show. */
class PostmarkTest {

    private static final AccountKeys KEYS = AccountKeys.of(List.of("user:before", "user:password"));
    private static final String MAIL =
            "\"MessageID\":\"an-id\",\"FromFull\":{\"Email\":\"jo@home.example\",\"Name\":\"Jo\"}";

    private final PostmarkAdapter adapter = new PostmarkAdapter();

    @ParameterizedTest
    @CsvSource({
        "user:password, true",
        "user:before, true",
        "user:, false",
        "password, false",
        "'', false",
    })
    void onlyAPasswordOfTheAccountIsGood(String userAndPassword, boolean good) {
        // Given
        String basic = Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));

        // When
        Verification verification = adapter.verify(
                new Delivery("POST", "/", Map.of("Authorization", "Basic " + basic), new byte[0]), KEYS, Instant.EPOCH);

        // Then
        assertThat(verification).isEqualTo(good ? Verification.SHOWN : Verification.WRONG_TOKEN);
    }

    @Test
    void whatNoTableTakesIsNotInAMail() {
        // When
        Mailed mailed = (Mailed) adapter.parse(
                        new Delivery(
                                "POST",
                                "/",
                                Map.of(),
                                ("{" + MAIL
                                                + ",\"TextBody\":\"Hello\",\"StrippedTextReply\":\"He\\u0000llo \\ud83d\\ude00\\ud83d.\","
                                                + "\"Attachments\":[{\"Name\":\"\\ud83d.pdf\",\"ContentType\":\"application/pdf\",\"Content\":\"\"}]}")
                                        .getBytes(StandardCharsets.UTF_8)),
                        KEYS)
                .getFirst();

        // Then
        assertThat(mailed.mail().written()).isEqualTo("Hello \ud83d\ude00\ufffd.");
        assertThat(mailed.mail().files().getFirst().name()).isEqualTo("\ufffd.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ?", "Bearer user:password"})
    void whatIsNoPasswordIsRefused(String authorization) {
        assertThat(adapter.verify(
                        new Delivery("POST", "/", Map.of("Authorization", authorization), new byte[0]),
                        KEYS,
                        Instant.EPOCH))
                .isInstanceOf(Verification.Refused.class);
        assertThat(adapter.verify(new Delivery("POST", "/", Map.of(), new byte[0]), KEYS, Instant.EPOCH))
                .isEqualTo(Verification.MISSING);
    }

    @Test
    void theFieldsOfAMailAreThere() {
        // When
        Mailed mailed = mailed(MAIL
                + ",\"Subject\":\"退款\",\"ReplyTo\":\"reply@home.example\",\"OriginalRecipient\":\"support+token@shop.example\","
                + "\"CcFull\":[{\"Email\":\"cc@home.example\",\"Name\":\"\"}],\"HtmlBody\":\"<p>Hello</p>\","
                + headers("Message-ID", "<1@home.example>", "In-Reply-To", "<0@shop.example>"));

        // Then
        assertThat(mailed.mail().from()).isEqualTo(new Address("jo@home.example", "Jo"));
        assertThat(mailed.mail().subject()).isEqualTo("退款");
        assertThat(mailed.mail().replyTo()).isEqualTo(new Address("reply@home.example", null));
        assertThat(mailed.mail().recipients())
                .extracting(Address::address)
                .containsExactly("cc@home.example", "support+token@shop.example");
        assertThat(mailed.mail().written()).isEqualTo("Hello");
        assertThat(mailed.mail().nature()).isEqualTo(new Nature.Person());
        assertThat(mailed.origin().key()).isEqualTo("mail:an-id");
        assertThat(mailed.origin().messageId()).isEqualTo("1@home.example");
        assertThat(mailed.origin().conversation()).isEqualTo("0@shop.example");
    }

    @Test
    void aTestPostIsHeardButNotAnswered() {
        // Given
        Example test = Example.of("email-postmark", "inbound");

        // When
        Mailed mailed = (Mailed) adapter.parse(test.delivery(), test.keys()).getFirst();

        // Then
        assertThat(mailed.mail().nature()).isInstanceOf(Nature.Machine.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Received-SPF, Pass (sender SPF authorized) identity=mailfrom, person",
        "Received-SPF, 'Fail (not permitted) identity=mailfrom; helo=x', sender-unproven",
        "X-Spam-Tests, 'DKIM_SIGNED,DKIM_VALID,SPF_PASS', person",
        "X-Spam-Tests, 'DKIM_INVALID,SPF_NONE', sender-unproven",
        "X-Spam-Status, No, person",
        "X-Spam-Status, 'Yes, score=7', spam",
        "Auto-Submitted, auto-generated, auto-submitted",
    })
    void checksAndMachinesAreReadFromTheFields(String name, String value, String expected) {
        // Given
        Nature nature = expected.equals("person") ? new Nature.Person() : new Nature.Machine(expected);

        // Then
        assertThat(mailed(MAIL + "," + headers(name, value)).mail().nature()).isEqualTo(nature);
    }

    @Test
    void aFieldThatTheSenderWroteHimselfDoesNotOutdoTheProviders() {
        // When
        Mailed mailed = mailed(MAIL + "," + headers("Received-SPF", "Pass", "Received-SPF", "Softfail (no)"));

        // Then
        assertThat(mailed.mail().nature()).isEqualTo(new Nature.Machine("sender-unproven"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"RecordType\":\"Delivery\",\"DeliveredAt\":\"2026-11-02T08:00:00Z\"', delivered, ",
        "'\"RecordType\":\"Open\",\"ReceivedAt\":\"2026-11-02T08:00:00Z\"', read, ",
        "'\"RecordType\":\"Click\",\"ReceivedAt\":\"2026-11-02T08:00:00Z\"', read, ",
        "'\"RecordType\":\"SpamComplaint\",\"ID\":42,\"BouncedAt\":\"2026-11-02T08:00:00Z\"', complaint, ",
        "'\"RecordType\":\"Bounce\",\"ID\":42,\"Type\":\"HardBounce\",\"BouncedAt\":\"2026-11-02T08:00:00Z\"', bounced-hard, HardBounce",
        "'\"RecordType\":\"Bounce\",\"ID\":42,\"Type\":\"Transient\",\"BouncedAt\":\"2026-11-02T08:00:00Z\"', bounced-soft, Transient",
        "'\"RecordType\":\"Bounce\",\"ID\":42,\"Type\":\"Blocked\",\"Inactive\":true,\"BouncedAt\":\"2026-11-02T08:00:00Z\"', bounced-hard, Blocked",
        "'\"RecordType\":\"Bounce\",\"ID\":42,\"Type\":\"SpamComplaint\",\"BouncedAt\":\"2026-11-02T08:00:00Z\"', complaint, SpamComplaint",
    })
    void whatBecameOfAMailIsToldInOneWordAndACode(String members, String state, @Nullable String error) {
        // When
        Receipt receipt = (Receipt) told("\"MessageID\":\"ours\"," + members);

        // Then
        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.error()).isEqualTo(error);
        assertThat(receipt.origin().messageId()).isEqualTo("ours");
        assertThat(receipt.origin().occurredAt()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"RecordType\":\"Something new\"",
                "\"RecordType\":\"Bounce\",\"ID\":1",
                "\"RecordType\":\"Bounce\",\"ID\":1,\"Type\":\"AutoResponder\"",
                "\"RecordType\":\"SubscriptionChange\",\"SuppressSending\":false,\"SuppressionReason\":\"ManualSuppression\"",
                "\"RecordType\":\"SubscriptionChange\",\"SuppressSending\":true,\"SuppressionReason\":\"HardBounce\"",
                "\"RecordType\":\"SubscriptionChange\",\"SuppressSending\":true,\"SuppressionReason\":\"ManualSuppression\",\"Origin\":\"Admin\"",
            })
    void whatSaysNothingIsPassedOver(String members) {
        assertThat(told(members)).isInstanceOf(PassedOver.class);
    }

    @Test
    void aCustomerWhoUnsubscribesDoesNotWantToHearFromUs() {
        assertThat(
                        told(
                                "\"RecordType\":\"SubscriptionChange\",\"SuppressSending\":true,"
                                        + "\"SuppressionReason\":\"ManualSuppression\",\"Origin\":\"Recipient\",\"Recipient\":\"jo@home.example\""))
                .isInstanceOfSatisfying(ChannelEvent.OptedOut.class, out -> assertThat(out.address())
                        .isEqualTo("jo@home.example"));
    }

    @Test
    void whatHappensToOneMailAtDifferentTimesIsNotTheSame() {
        // Given
        String opened = "\"RecordType\":\"Open\",\"MessageID\":\"ours\",\"ReceivedAt\":\"2026-11-02T08:00:0";

        // Then
        assertThat(told(opened + "0Z\"").origin().key())
                .isEqualTo(told(opened + "0Z\"").origin().key())
                .isNotEqualTo(told(opened + "1Z\"").origin().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"MessageID\":\"an-id\"",
                "\"FromFull\":{\"Email\":\"jo@home.example\"}",
                "\"MessageID\":\"an-id\",\"RawEmail\":\"Subject: from nobody\\r\\n\\r\\n\"",
                "\"MessageID\":\"an-id\",\"From\":\"jo@home.example\",\"Attachments\":[{\"Content\":\"A\"}]",
            })
    void aMailThatIsNoneIsMalformedAndNotSentAgain(String members) {
        assertThatThrownBy(() -> told(members)).isInstanceOf(MalformedDeliveryException.class);
        assertThat(adapter.malformedStatus()).isEqualTo(403);
    }

    @Test
    void anAccountNeedsAPassword() {
        adapter.check(KEYS);
        assertThatThrownBy(() -> adapter.check(AccountKeys.NONE)).isInstanceOf(InvalidKeysException.class);
    }

    private Mailed mailed(String members) {
        return (Mailed) told(members);
    }

    private ChannelEvent told(String members) {
        return adapter.parse(
                        new Delivery(
                                "POST",
                                "/",
                                Map.of("Content-Type", "application/json"),
                                ("{" + members + "}").getBytes(StandardCharsets.UTF_8)),
                        KEYS)
                .getFirst();
    }

    private static String headers(String... namesAndValues) {
        StringBuilder fields = new StringBuilder("\"Headers\":[");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.append(i == 0 ? "" : ",")
                    .append("{\"Name\":\"" + namesAndValues[i] + "\",\"Value\":\"" + namesAndValues[i + 1] + "\"}");
        }
        return fields + "]";
    }
}
