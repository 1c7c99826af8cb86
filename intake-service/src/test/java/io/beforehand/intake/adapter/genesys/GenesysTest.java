package io.beforehand.intake.adapter.genesys;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.post;
import static io.beforehand.intake.adapter.Calls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.AuthorKind;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import io.beforehand.intake.adapter.signature.Hmac;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenesysTest {

    private static final AccountKeys KEYS = AccountKeys.of(List.of("next-secret", "secret-1"));

    private final GenesysAdapter genesys = new GenesysAdapter();

    @Test
    void theSignatureIsBase64AndCoversTheBody() {
        byte[] digest = Hmac.sha256(Hmac.bytes("{}")).under(Hmac.bytes("secret-1"));
        assertThat(verify("sha256=" + Base64.getEncoder().encodeToString(digest)))
                .isEqualTo(Verification.SIGNED);
        // What Meta would send under the same header.
        Calls.refused(verify("sha256=" + HexFormat.of().formatHex(digest)), Cause.SIGNATURE_INVALID);
        Calls.refused(verify(Base64.getEncoder().encodeToString(digest)), Cause.SIGNATURE_INVALID);
        Calls.refused(verify("sha1=x"), Cause.SIGNATURE_INVALID);
        Calls.refused(verify(""), Cause.SIGNATURE_INVALID);
        Calls.refused(genesys.verify(post("", "{}"), KEYS, NOW), Cause.SIGNATURE_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"Human, AGENT", "human, AGENT", "Bot, BOT", "'', SYSTEM"})
    void onlyOfAPersonItIsSaidThatOneAnswered(String entity, AuthorKind kind) {
        assertThat(only(
                        genesys,
                        message("Outbound", "Text", "\"text\": \"x\", \"originatingEntity\": \"" + entity + "\"")))
                .isInstanceOfSatisfying(
                        ChannelEvent.Answered.class,
                        answered -> assertThat(answered.author().kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({"Published, sent", "Delivered, delivered", "Read, read", "Failed, failed"})
    void aReceiptSaysWhatBecameOfAMessage(String status, String state) {
        // When
        ChannelEvent event = only(genesys, message("Outbound", "Receipt", "\"status\": \"" + status + "\""));

        // Then
        assertThat(event).isInstanceOfSatisfying(ChannelEvent.Receipt.class, receipt -> {
            assertThat(receipt.state()).isEqualTo(state);
            assertThat(receipt.origin().key()).isEqualTo("receipt:m1:" + state);
            assertThat(receipt.origin().messageId()).isEqualTo("m1");
        });
    }

    @Test
    void aButtonThatWasChosenSaysWhatIsOnIt() {
        // When
        Said said = said(
                genesys,
                message(
                        "Inbound",
                        "Structured",
                        "\"content\": [{\"contentType\": \"ButtonResponse\", \"buttonResponse\": {\"text\": \"退款\", \"payload\": \"p\"}}]"));

        // Then
        assertThat(said.content().text()).isEqualTo("退款");
        assertThat(said.content().textOrigin()).isEqualTo(TextOrigin.CHOSEN);
    }

    @Test
    void aFileThatIsNotFetchedSafelyLosesItsAddress() {
        // When
        Said said = said(
                genesys,
                message(
                        "Inbound",
                        "Text",
                        "\"content\": [{\"attachment\": {\"url\": \"http://example.net/a\", \"filename\": \"a\", \"mime\": \"image/png\"}}]"));

        // Then
        assertThat(said.content().attachments()).singleElement().satisfies(file -> {
            assertThat(file.url()).isNull();
            assertThat(file.name()).isEqualTo("a");
        });
    }

    @Test
    void withoutAConversationItIsBetweenTheTwo() {
        assertThat(said(genesys, message("Inbound", "Text", "\"text\": \"x\""))
                        .origin()
                        .conversation())
                .isEqualTo("integration/customer");
        assertThat(only(
                                genesys,
                                message("Outbound", "Receipt", "\"status\": \"Read\"")
                                        .replace("\"customer\"", "\"x\"")
                                        .replace("\"integration\"", "\"customer\"")
                                        .replace("\"x\"", "\"integration\""))
                        .origin()
                        .conversation())
                .isEqualTo("integration/customer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Event; \"events\": [{\"eventType\": \"Typing\"}]; TYPING",
                "Event; \"events\": [{\"eventType\": \"Presence\"}]; MEMBERSHIP",
                "Event; \"events\": []; UNKNOWN_TYPE",
                "Receipt; \"status\": \"Removed\"; UNKNOWN_TYPE",
                "Text; \"content\": [{\"contentType\": \"Reactions\"}]; REACTION",
                "Hologram; \"x\": 1; UNKNOWN_TYPE"
            })
    void otherThingsArePassedOver(String type, String fields, Reason reason) {
        Calls.passedOver(only(genesys, message("Inbound", type, fields)), reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"direction\": \"Inbound\"}",
                "{\"direction\": \"Inbound\", \"type\": \"Text\"}",
                "{\"direction\": \"Inbound\", \"type\": \"Text\", \"channel\": {\"messageId\": \"1\"}}"
            })
    void whatIsNoMessageIsMalformed(String body) {
        assertThatThrownBy(() -> only(genesys, body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private Verification verify(String signature) {
        return genesys.verify(post("", "{}", "X-Hub-Signature-256", signature), KEYS, NOW);
    }

    private static String message(String direction, String type, String fields) {
        return """
                {"id": "d1", "direction": "%s", "type": "%s", "channel": {"messageId": "m1",
                 "from": {"id": "customer"}, "to": {"id": "integration"}, "time": "2021-02-01T15:04:05.123Z"}, %s}""".formatted(direction, type, fields);
    }
}
