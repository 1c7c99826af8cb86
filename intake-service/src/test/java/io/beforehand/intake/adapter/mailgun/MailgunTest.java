package io.beforehand.intake.adapter.mailgun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Mailed;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Hmac;
import io.beforehand.intake.mail.Address;
import io.beforehand.intake.mail.Nature;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples of Mailgun do not show. */
class MailgunTest {

    private static final String KEY = "key-of-the-account";
    private static final AccountKeys KEYS = AccountKeys.of(List.of("key-before", KEY));
    private static final String TIME = "1461261330";
    private static final Instant NOW = Instant.ofEpochSecond(1461261330);

    private final MailgunAdapter adapter = new MailgunAdapter();

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "300, true", "301, false"})
    void aTokenIsGoodForFiveMinutesBothWays(int seconds, boolean good) {
        // When
        Verification verification = adapter.verify(form(signed(TIME, "abc")), KEYS, NOW.plusSeconds(seconds));

        // Then
        assertThat(verification)
                .isEqualTo(good ? Verification.signedApart(TIME + ":abc") : Verification.OUTSIDE_WINDOW);
    }

    @Test
    void aTokenThatComesAgainWithAnotherMailIsForTheShellToRefuse() {
        // Given
        Delivery first = form(signed(TIME, "abc") + encoded("From: jo@home.example\r\n\r\nHi"));
        Delivery second = form(signed(TIME, "abc") + encoded("From: eve@evil.example\r\n\r\nHi"));

        // Then
        assertThat(adapter.verify(first, KEYS, NOW))
                .isEqualTo(adapter.verify(second, KEYS, NOW))
                .isEqualTo(Verification.signedApart(TIME + ":abc"));
    }

    @Test
    void aTokenBesideNoMailIsNotBelieved() {
        // Given
        String form = signed(TIME, "abc");

        // Then
        assertThat(adapter.verify(form(form.replace("body-mime", "BODY-mime")), KEYS, NOW))
                .isEqualTo(Verification.MISSING);
        assertThat(adapter.verify(form(form.replace("body-mime", "message-headers")), KEYS, NOW))
                .isInstanceOf(Verification.Valid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "timestamp=1461261330&token=abc",
                "timestamp=1461261330&signature=00",
                "timestamp=&token=abc&signature=00",
                "timestamp=%&token=abc&signature=00",
                "timestamp=1461261330&token=abc&signature=%C3%A4&body-mime=",
                "timestamp=1461261330&token=abc&body-mime=&signature=0000000000000000000000000000000000000000000000000000000000000000",
            })
    void aFormWithoutAGoodSignatureIsRefused(String body) {
        assertThat(adapter.verify(form(body), KEYS, NOW)).isInstanceOf(Verification.Refused.class);
    }

    @Test
    void digitsCannotMoveFromTheTimeToTheToken() {
        // Given
        String signature = sign(TIME + "0abc");

        // Then
        assertThat(adapter.verify(
                        form("body-mime=&timestamp=" + TIME + "&token=0abc&signature=" + signature), KEYS, NOW))
                .isInstanceOf(Verification.Valid.class);
        assertThat(adapter.verify(
                        form("body-mime=&timestamp=" + TIME + "0&token=abc&signature=" + signature), KEYS, NOW))
                .isEqualTo(Verification.INVALID);
        assertThat(adapter.verify(
                        form("body-mime=&timestamp=0" + TIME + "&token=abc&signature=" + sign("0" + TIME + "abc")),
                        KEYS,
                        NOW))
                .isEqualTo(Verification.INVALID);
    }

    @Test
    void anotherKeyAndTheBodyThatIsNotSignedAreNotBelieved() {
        assertThat(adapter.verify(form(signed(TIME, "abc")), AccountKeys.of(List.of("another-key")), NOW))
                .isEqualTo(Verification.INVALID);
        assertThat(adapter.verify(json("[[[["), KEYS, NOW)).isEqualTo(Verification.MISSING);
    }

    @Test
    void noTreeIsBuiltOfAWebhookThatIsAsLargeAsAMail() {
        // Given
        String webhook =
                "{\"signature\":{\"timestamp\":\"%s\",\"token\":\"abc\",\"signature\":\"%s\"},\"event-data\":{}}"
                        .formatted(TIME, sign(TIME + "abc"));

        // Then
        assertThat(adapter.verify(json(webhook), KEYS, NOW)).isInstanceOf(Verification.Valid.class);
        assertThat(adapter.verify(json(webhook + " ".repeat(1024 * 1024)), KEYS, NOW))
                .isEqualTo(Verification.MISSING);
    }

    @Test
    void aRawMailKeepsBytesThatAreNotUtf8() {
        // Given
        StringBuilder raw = new StringBuilder();
        for (byte b : "From: jo@home.example\r\nContent-Type: text/plain; charset=gb2312\r\n\r\n退款"
                .getBytes(Charset.forName("GBK"))) {
            raw.append(String.format("%%%02X", b & 0xff));
        }

        // When
        Mailed mailed = mailed("body-mime=" + raw);

        // Then
        assertThat(mailed.mail().written()).isEqualTo("退款");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Mailgun-Spf: Pass|X-Mailgun-Dkim-Check-Result: Fail, person",
        "X-Mailgun-Spf: SoftFail|X-Mailgun-Dkim-Check-Result: Fail, sender-unproven",
        "X-Mailgun-Spf: Pass|X-Mailgun-Spf: Fail, sender-unproven",
        "X-Mailgun-Sflag: Yes, spam",
        "X-Mailgun-Sflag: No, person",
    })
    void checksAreReadFromTheFieldsOfBothForms(String fields, String expected) {
        // Given
        String raw =
                "From: jo@home.example\r\n" + fields.replace("|", "\r\n") + "\r\n\r\nHi\r\n\r\nX-Mailgun-Sflag: Yes";
        String pairs = "[[\"From\",\"jo@home.example\"],[\""
                + fields.replace("|", "\"],[\"").replace(": ", "\",\"") + "\"]]";
        Nature nature = expected.equals("person") ? new Nature.Person() : new Nature.Machine(expected);

        // Then
        assertThat(mailed("body-mime=" + encoded(raw)).mail().nature()).isEqualTo(nature);
        assertThat(mailed("message-headers=" + encoded(pairs)).mail().nature()).isEqualTo(nature);
    }

    @Test
    void filesPartsAndRecipientsOfAMultipartRouteAreRead() {
        // Given
        String body = part("recipient", "support+token@shop.example, other@shop.example")
                + part("sender", "")
                + part("message-headers", "[[\"From\",\"Jo <jo@home.example>\"],[\"Message-Id\",\"<1@home.example>\"]]")
                + part("body-plain", "Hello\r\n\r\nOn 1 May 2026 at 9:00, Ann <ann@x.example> wrote:\r\n> Old.")
                + "--b\r\nContent-Disposition: form-data; name=\"attachment-1\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nfile\r\n"
                + "--b--";

        // When
        Mailed mailed = (Mailed)
                adapter.parse(delivery("multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8)), KEYS)
                        .getFirst();

        // Then
        assertThat(mailed.mail().recipients())
                .extracting(Address::address)
                .containsExactly("support+token@shop.example", "other@shop.example");
        assertThat(mailed.mail().written()).isEqualTo("Hello");
        assertThat(mailed.mail().files()).singleElement().satisfies(file -> assertThat(file.name())
                .isEqualTo("a.txt"));
        assertThat(mailed.mail().nature()).isEqualTo(new Nature.Machine("null-return-path"));
    }

    /** Blanks are looked at once, and not from each of them whether a comma comes: that would be 20,000,000,000 looks. */
    @Test
    void blanksAroundRecipientsAreNone() {
        // Given
        String body = part("recipient", " ".repeat(200_000) + "support@shop.example ,, other@shop.example ")
                + part("message-headers", "[[\"From\",\"Jo <jo@home.example>\"],[\"Message-Id\",\"<1@home.example>\"]]")
                + part("body-plain", "Hello")
                + "--b--";

        // When
        Mailed mailed = (Mailed)
                adapter.parse(delivery("multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8)), KEYS)
                        .getFirst();

        // Then
        assertThat(mailed.mail().recipients())
                .extracting(Address::address)
                .containsExactly("support@shop.example", "other@shop.example");
    }

    @Test
    void aRetryUnderAnotherTokenIsTheSameMail() {
        // Given
        String mail = "body-mime=" + encoded("From: jo@home.example\r\nMessage-ID: <1@home.example>\r\n\r\nHi");

        // Then
        assertThat(mailed(mail + "&token=a").origin().key())
                .isEqualTo(mailed(mail + "&token=b").origin().key());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"event\":\"accepted\"', sent, ",
        "'\"event\":\"delivered\",\"delivery-status\":{\"code\":250}', delivered, ",
        "'\"event\":\"failed\",\"severity\":\"permanent\",\"delivery-status\":{\"code\":550}', bounced-hard, 550",
        "'\"event\":\"failed\",\"severity\":\"temporary\",\"delivery-status\":{\"code\":421}', bounced-soft, 421",
        "'\"event\":\"rejected\"', failed, ",
        "'\"event\":\"complained\"', complaint, ",
        "'\"event\":\"opened\"', read, ",
        "'\"event\":\"clicked\"', read, ",
    })
    void whatBecameOfAMailIsToldInOneWordAndACode(String members, String state, @Nullable String error) {
        // When
        Receipt receipt = (Receipt) told(members);

        // Then
        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.error()).isEqualTo(error);
        assertThat(receipt.origin().messageId()).isEqualTo("ours@shop.example");
        assertThat(receipt.origin().key()).isEqualTo("receipt:an-id:1521472262.908181");
        assertThat(receipt.origin().occurredAt()).isEqualTo(Instant.parse("2018-03-19T15:11:02.908Z"));
    }

    @Test
    void anUnsubscriptionIsOneAndATypeThatIsNotKnownIsPassedOver() {
        assertThat(told("\"event\":\"unsubscribed\",\"recipient\":\"jo@home.example\""))
                .isInstanceOfSatisfying(ChannelEvent.OptedOut.class, out -> assertThat(out.address())
                        .isEqualTo("jo@home.example"));
        assertThat(told("\"event\":\"list_member_uploaded\"")).isInstanceOf(PassedOver.class);
    }

    @Test
    void anEventIsSignedInItsBody() {
        // Given
        String body = "{\"signature\":{\"timestamp\":\"" + TIME + "\",\"token\":\"abc\",\"signature\":\""
                + sign(TIME + "abc") + "\"},\"event-data\":{}}";

        // Then
        assertThat(adapter.verify(json(body), KEYS, NOW)).isEqualTo(Verification.signedApart(TIME + ":abc"));
        assertThat(adapter.verify(json(body.replace("abc", "abd")), KEYS, NOW)).isEqualTo(Verification.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recipient=support@shop.example&BODY-mime=From",
                "body-plain=Hello",
                "message-headers=no+JSON",
                "message-headers=%5B%5D",
                "body-mime=",
                "body-mime=Subject%3A+from+nobody%0D%0A%0D%0A",
            })
    void aRouteWithoutAMailIsMalformed(String body) {
        assertThatThrownBy(() -> mailed(body)).isInstanceOf(MalformedDeliveryException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"event-data\":{}}", "{\"event-data\":{\"id\":\"x\"}}", "[]", ""})
    void anEventThatIsNoneIsMalformed(String body) {
        assertThatThrownBy(() -> adapter.parse(json(body), KEYS)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void aMailThatWillNeverBeTakenIsNotSentAgain() {
        assertThat(adapter.malformedStatus()).isEqualTo(406);
    }

    @Test
    void anAccountNeedsTheSigningKey() {
        adapter.check(KEYS);
        assertThatThrownBy(() -> adapter.check(AccountKeys.NONE)).isInstanceOf(InvalidKeysException.class);
    }

    private ChannelEvent told(String members) {
        return adapter.parse(
                        json("{\"event-data\":{\"id\":\"an-id\",\"timestamp\":1521472262.908181,"
                                + "\"message\":{\"headers\":{\"message-id\":\"ours@shop.example\"}}," + members + "}}"),
                        KEYS)
                .getFirst();
    }

    private Mailed mailed(String body) {
        return (Mailed) adapter.parse(form(body), KEYS).getFirst();
    }

    private static String signed(String timestamp, String token) {
        return "timestamp=" + timestamp + "&token=" + token + "&signature=" + sign(timestamp + token) + "&body-mime=";
    }

    private static String sign(String text) {
        return HexFormat.of().formatHex(Hmac.sha256(Hmac.bytes(text)).under(Hmac.bytes(KEY)));
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Delivery form(String body) {
        return delivery("application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private static Delivery json(String body) {
        return delivery("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static Delivery delivery(String type, byte[] body) {
        return new Delivery("POST", "/", Map.of("Content-Type", type), body);
    }
}
