package io.beforehand.intake.adapter;

import static io.beforehand.intake.adapter.Example.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.mail.Mail;
import io.beforehand.intake.mail.MailFile;
import io.beforehand.intake.request.core.Attachment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deliveries as channels really send them, and what must come of each. What an example leaves null, it does not say. */
class ExamplesTest {

    /** Examples that we judge otherwise, and why. */
    private static final Map<String, String> JUDGED_OTHERWISE = Map.of(
            "feishu/vector-decrypt-hello-world",
            "a vector of the decryption alone (FeishuTest): neither signature nor token",
            "feishu/vector-decrypt-sdk",
            "a vector of the decryption alone (FeishuTest): an event that is not signed",
            "genesys/audiohook-http-signature-vector",
            "AudioHook is speech over websockets, which nobody speaks here",
            "pagerduty/webhook-v3-incident-vector",
            "a changed priority answers no page; its signature is in PagerdutyTest",
            "slack/slash-command-official-vector",
            "a command is seen by its writer only, so the conversation is his and not the channel's (SlackTest)");

    @Test
    void whatIsJudgedOtherwiseIsAnExample() {
        assertThat(Example.all().map(Example::toString)).containsAll(JUDGED_OTHERWISE.keySet());
    }

    @ParameterizedTest
    @MethodSource("io.beforehand.intake.adapter.Example#all")
    void aDeliveryBecomesWhatItsExampleSays(Example example) {
        assumeThat(JUDGED_OTHERWISE).doesNotContainKey(example.toString());
        ChannelAdapter adapter = example.adapter();
        Delivery delivery = example.delivery();
        AccountKeys keys = example.keys();

        // When
        Verification verification = adapter.verify(delivery, keys, example.now());

        // Then
        if (example.action().equals("reject")) {
            assertThat(verification).isInstanceOf(Verification.Refused.class);
            return;
        }
        assertThat(verification).isInstanceOf(Verification.Valid.class);
        if (!example.action().equals("vector")) {
            answersAndSays(example, adapter.handshake(delivery, keys).orElse(null));
        }
    }

    private static void answersAndSays(Example example, Answer handshake) {
        JsonNode response = example.meta().path("http_response");
        if (example.action().equals("respond_challenge")) {
            assertThat(handshake).isNotNull();
            agrees(handshake, response);
            return;
        }
        assertThat(handshake).isNull();
        List<ChannelEvent> events = example.adapter().parse(example.delivery(), example.keys());
        agrees(example.adapter().answer(example.delivery(), example.keys()), response);
        JsonNode several = example.meta().path("events");
        if (several.isArray()) {
            assertThat(events).hasSize(several.size());
            IntStream.range(0, several.size()).forEach(i -> agrees(events.get(i), example.action(), several.get(i)));
        } else {
            assertThat(events).hasSize(1);
            agrees(events.getFirst(), example.action(), example.expected());
        }
    }

    private static void agrees(Answer answer, JsonNode response) {
        if (response.isObject()) {
            assertThat(answer.status()).isEqualTo(response.path("status").asInt());
            said(response, "body").ifPresent(body -> assertThat(answer.body()).isEqualTo(body));
            said(response, "content_type")
                    .ifPresent(type -> assertThat(answer.contentType()).startsWith(type));
        }
    }

    private static void agrees(ChannelEvent event, String action, JsonNode expected) {
        boolean toldBefore = expected.path("duplicate").asBoolean()
                || expected.path("redelivery").asBoolean();
        assertThat(Told.action(event))
                .isEqualTo(
                        toldBefore
                                ? "create_or_append"
                                : said(expected, "action").orElse(action));
        Origin origin = event.origin();
        said(expected, "conversation_id")
                .ifPresent(id -> assertThat(origin.conversation()).isEqualTo(id));
        said(expected, "message_id").ifPresent(id -> assertThat(own(origin)).isEqualTo(id));
        said(expected, "delivery_id")
                .ifPresent(id -> assertThat(origin.deliveryId()).isEqualTo(id));
        said(expected, "timestamp")
                .ifPresent(time -> assertThat(origin.occurredAt()).isEqualTo(Instant.parse(time)));
        said(expected, "dedup_key").ifPresent(key -> assertThat(known(origin)).contains(key));
        said(expected, "customer_id").ifPresent(id -> Told.customer(event)
                .ifPresent(customer -> assertThat(customer).isEqualTo(id)));
        said(expected, "amends").ifPresent(id -> assertThat(Told.amends(event)).contains(id));
        said(expected, "delivery")
                .ifPresent(state -> assertThat(Told.state(event)).contains(state));
        said(expected, "new_customer_id").ifPresent(id -> assertThat(((ChannelEvent.IdentityChanged) event).into())
                .isEqualTo(id));
        if (event instanceof Said said) {
            agrees(said, expected);
        }
        if (event instanceof ChannelEvent.Mailed mailed) {
            agrees(mailed.mail(), expected);
        }
    }

    private static void agrees(Mail mail, JsonNode expected) {
        said(expected, "text").ifPresent(text -> assertThat(mail.written()).isEqualTo(text));
        said(expected, "subject")
                .ifPresent(subject -> assertThat(mail.subject()).isEqualTo(subject));
        said(expected, "mailbox_hash").ifPresent(hash -> assertThat(mail.recipients())
                .anyMatch(address -> address.address().contains("+" + hash.toLowerCase(Locale.ROOT) + "@")));
        JsonNode files = expected.path("attachments");
        if (files.isArray()) {
            assertThat(mail.files()).hasSize(files.size());
            IntStream.range(0, files.size()).forEach(i -> agrees(mail.files().get(i), files.get(i)));
        }
    }

    private static void agrees(MailFile file, JsonNode expected) {
        said(expected, "name").ifPresent(name -> assertThat(file.name()).isEqualTo(name));
        said(expected, "mime").ifPresent(mime -> assertThat(file.mediaType()).isEqualTo(mime));
        said(expected, "bytes").ifPresent(size -> assertThat(file.content()).hasSize(Integer.parseInt(size)));
    }

    private static void agrees(Said said, JsonNode expected) {
        said(expected, "text")
                .ifPresent(text -> assertThat(said.content().text()).isEqualTo(text));
        said(expected, "subject")
                .ifPresent(subject -> assertThat(said.content().subject()).isEqualTo(subject));
        said(expected, "in_reply_to")
                .ifPresent(id -> assertThat(said.content().inReplyTo()).isEqualTo(id));
        said(expected, "text_origin")
                .ifPresent(origin ->
                        assertThat(said.content().textOrigin().wireName()).isEqualTo(origin));
        JsonNode attachments = expected.path("attachments");
        if (attachments.isArray()) {
            assertThat(said.content().attachments()).hasSize(attachments.size());
            IntStream.range(0, attachments.size())
                    .forEach(i -> agrees(said.content().attachments().get(i), attachments.get(i)));
        }
    }

    private static void agrees(Attachment attachment, JsonNode expected) {
        said(expected, "id").ifPresent(id -> assertThat(attachment.id()).isEqualTo(id));
        said(expected, "url").ifPresent(url -> assertThat(attachment.url()).isEqualTo(url));
        said(expected, "name").ifPresent(name -> assertThat(attachment.name()).isEqualTo(name));
        said(expected, "mime")
                .ifPresent(mime -> assertThat(attachment.mediaType()).isEqualTo(mime));
        said(expected, "bytes").ifPresent(size -> assertThat(attachment.size()).isEqualTo(Long.parseLong(size)));
    }

    /** Where the channel's ids are unique within a conversation only, as those of Teams are, ours begin with the conversation. */
    private static @Nullable String own(Origin origin) {
        String id = origin.messageId();
        return id != null && id.startsWith(origin.conversation() + "|") ? id.substring(id.lastIndexOf('|') + 1) : id;
    }

    /** By what it may be known: the key of ours ends with what is the channel's own. */
    private static List<String> known(Origin origin) {
        List<String> keys = new ArrayList<>(
                List.of(origin.key(), origin.key().substring(origin.key().indexOf(':') + 1)));
        if (origin.deliveryId() != null) {
            keys.add(origin.deliveryId());
            // As the examples name the updates of Telegram.
            keys.add("update:" + origin.deliveryId());
        }
        return keys;
    }

    @ParameterizedTest
    @MethodSource("io.beforehand.intake.adapter.Example#all")
    void aDeliveryWithOneFlippedByteIsRefusedWhereTheSignatureCoversTheBody(Example example) {
        Verification whole = example.adapter().verify(example.delivery(), example.keys(), example.now());
        assumeThat(whole instanceof Verification.Valid valid
                        && valid.strength() != AuthStrength.SECRET_SHOWN
                        && valid.strength() != AuthStrength.SENDER_SIGNED
                        && valid.reuse() == null
                        && example.body().length > 0
                        && !example.delivery().method().equals("GET"))
                .isTrue();
        for (int place : new int[] {0, example.body().length / 2, example.body().length - 1}) {
            // Given
            byte[] body = example.body();
            body[place] ^= 1;
            Delivery delivery = example.delivery();
            Delivery flipped = new Delivery(delivery.method(), delivery.target(), delivery.headers(), body);

            // When
            Verification verification = example.adapter().verify(flipped, example.keys(), example.now());

            // Then
            assertThat(verification).as("byte " + place).isInstanceOf(Verification.Refused.class);
        }
    }

    @ParameterizedTest
    @MethodSource("io.beforehand.intake.adapter.Example#all")
    void aDeliveryOfAnotherAccountIsRefused(Example example) {
        // Given
        AccountKeys keys = example.keys();
        AccountKeys others = new AccountKeys(
                List.of("the-secret-of-another-account"),
                "another-verify-token",
                keys.aesKey(),
                keys.receiveId(),
                null,
                keys.publicUrl(),
                null,
                "another-audience",
                keys.issuer(),
                null);

        // When
        Verification verification = example.adapter().verify(example.delivery(), others, example.now());

        // Then
        assertThat(verification).isInstanceOf(Verification.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("io.beforehand.intake.adapter.Example#all")
    void theKeysOfItsAccountAreAccepted(Example example) {
        example.adapter().check(example.keys());
    }
}
