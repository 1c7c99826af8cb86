package io.beforehand.intake.adapter.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.RequestStatus;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Answered;
import io.beforehand.intake.adapter.ChannelEvent.Deleted;
import io.beforehand.intake.adapter.ChannelEvent.Edited;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.ChannelEvent.StatusTold;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.request.core.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatwootAdapterTest {

    private static final ChatwootAdapter CHATWOOT = new ChatwootAdapter();
    private static final AccountKeys KEYS = AccountKeys.of(List.of("the-webhook-secret"));

    @ParameterizedTest
    @ValueSource(strings = {"'incoming'", "0"})
    void aMessageOfTheContactIsSaid(String type) {
        Said said = (Said) event(message("message_created", "'message_type':" + type + ",'content':'hi'"));
        assertThat(said.customer().id()).isEqualTo("9");
        assertThat(said.origin().conversation()).isEqualTo("1/7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
                    'message_type':'outgoing','sender':{'id':3,'type':'user'}                                                         ~ AGENT
                    'message_type':1,'sender':{'id':3,'type':'user'}                                                                  ~ AGENT
                    'message_type':'outgoing','sender':{'id':3,'type':'agent_bot'}                                                    ~ BOT
                    'message_type':'outgoing','sender':null                                                                           ~ BOT
                    'message_type':'outgoing','sender':{'id':3,'type':'user'},'content_attributes':{'automation_rule_id':4}           ~ SYSTEM
                    'message_type':'outgoing','sender':{'id':3,'type':'user'},'additional_attributes':{'campaign_id':4}               ~ SYSTEM
                    'message_type':'template','sender':{'id':3,'type':'user'}                                                         ~ SYSTEM
                    """)
    void anAnswerSaysWhetherAPersonGaveIt(String fields, AuthorKind kind) {
        assertThat(((Answered) event(message("message_created", fields)))
                        .author()
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incoming", "outgoing", "template"})
    void whatIsPrivateAnswersNothing(String type) {
        assertThat(((PassedOver) event(message("message_created", "'private':true,'message_type':'" + type + "'")))
                        .reason())
                .isEqualTo(Reason.PRIVATE_NOTE);
    }

    @Test
    void anEditIsNotSwallowedByItsMessageAndComesOncePerText() {
        // Given
        String created = message("message_created", "'message_type':'incoming','content':'hi'");
        String updated = message("message_updated", "'message_type':'incoming','content':'hi there'");

        // When
        Edited edited = (Edited) event(updated);

        // Then
        assertThat(edited.amends()).isEqualTo("42");
        assertThat(edited.origin().key())
                .isNotEqualTo(event(created).origin().key())
                .isEqualTo(event(updated).origin().key())
                .isNotEqualTo(event(updated.replace("there", "you")).origin().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'updated_at':'%s'", "'conversation':{'id':7,'updated_at':%s}"})
    void anEditBackToWhatItSaidBeforeIsOneOfItsOwn(String updatedAt) {
        // Given
        String edit = message("message_updated", "'message_type':'incoming','content':'hi'," + updatedAt);

        // Then
        assertThat(event(edit.formatted("1583240757.5")).origin().key())
                .isEqualTo(event(edit.formatted("1583240757.5")).origin().key())
                .isNotEqualTo(event(edit.formatted("1583240759.5")).origin().key());
    }

    @Test
    void whatWasTakenBackIsTakenBack() {
        Deleted deleted = (Deleted)
                event(message("message_updated", "'message_type':'incoming','content_attributes':{'deleted':true}"));
        assertThat(deleted.retracts()).isEqualTo("42");
    }

    @Test
    void howFarOurMessageGotIsAReceipt() {
        Receipt receipt = (Receipt) event(message("message_updated", "'message_type':'outgoing','status':'read'"));
        assertThat(receipt.state()).isEqualTo("read");
        assertThat(receipt.origin().messageId()).isEqualTo("42");
    }

    @Test
    void filesAreKeptByReference() {
        // When
        Said said = (Said) event(message(
                "message_created",
                "'message_type':'incoming','content':null,'content_attributes':{'in_reply_to':41},'attachments':"
                        + "[{'id':6,'file_type':'image','file_size':5,'data_url':'https://chat.example/p'},"
                        + "{'id':7,'file_type':'file','data_url':'http://chat.example/p'}]"));

        // Then
        assertThat(said.content().attachments())
                .containsExactly(
                        new Attachment(null, "image/*", 5L, "https://chat.example/p", "6"),
                        new Attachment(null, null, null, null, "7"));
        assertThat(said.content().inReplyTo()).isEqualTo("41");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-03-03T13:05:57.000Z, 2020-03-03T13:05:57Z",
        "2020-03-03 13:05:57 UTC,  2020-03-03T13:05:57Z",
        "1583240757,               2020-03-03T13:05:57Z",
        "1583240757.5,             2020-03-03T13:05:57.500Z"
    })
    void aTimeIsReadAsWhicheverReleaseWroteIt(String time, Instant instant) {
        String written = time.contains("-") ? "'" + time + "'" : time;
        assertThat(event(message("message_created", "'message_type':'incoming','created_at':" + written))
                        .origin()
                        .occurredAt())
                .isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({"open,OPEN", "pending,PENDING", "snoozed,ON_HOLD", "resolved,RESOLVED"})
    void whereAConversationStandsIsTold(String word, RequestStatus status) {
        // When
        StatusTold told = (StatusTold) event("{'event':'conversation_status_changed','id':7,'status':'" + word
                + "','messages':[{'account_id':1}],'updated_at':1583240757.5}");

        // Then
        assertThat(told.status()).isEqualTo(status);
        assertThat(told.origin().conversation()).isEqualTo("1/7");
        assertThat(told.origin().occurredAt()).isEqualTo(Instant.parse("2020-03-03T13:05:57.500Z"));
    }

    @Test
    void aConversationThatIsOpenAgainIsToldAgain() {
        String open =
                "{'event':'conversation_status_changed','id':7,'status':'open','account':{'id':1},'updated_at':1}";
        assertThat(event(open).origin().key())
                .isNotEqualTo(event(open.replace("'updated_at':1", "'updated_at':2"))
                        .origin()
                        .key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
                    {'event':'conversation_typing_on'}                                        ~ TYPING
                    {'event':'contact_updated','id':9}                                        ~ UNKNOWN_TYPE
                    {'event':'conversation_created','id':7}                                   ~ UNKNOWN_TYPE
                    {'event':'something_new'}                                                 ~ UNKNOWN_TYPE
                    {'event':'conversation_status_changed','id':7,'status':'something new'}   ~ UNKNOWN_TYPE
                    {'event':'conversation_status_changed','id':7,'status':'open'}            ~ UNKNOWN_TYPE
                    """)
    void whatIsNotKnownIsPassedOver(String body, Reason reason) {
        assertThat(((PassedOver) event(body)).reason()).isEqualTo(reason);
    }

    @Test
    void whoJoinsSaysNothing() {
        assertThat(((PassedOver) event(message("message_created", "'message_type':'activity'"))).reason())
                .isEqualTo(Reason.MEMBERSHIP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'event':'message_created','message_type':'incoming','account':{'id':1},'conversation':{'id':7},'sender':{'id':9}}",
                "{'event':'message_created','message_type':'incoming','id':1,'conversation':{'id':7},'sender':{'id':9}}",
                "{'event':'message_created','message_type':'incoming','id':1,'account':{'id':1},'sender':{'id':9}}",
                "{'event':'message_created','message_type':'incoming','id':1,'account':{'id':1},'conversation':{'id':7}}"
            })
    void whatChatwootWouldNotSendIsMalformed(String body) {
        assertThatThrownBy(() -> event(body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private static String message(String event, String fields) {
        String sender = fields.contains("'sender'") ? "" : "'sender':{'id':9,'name':'Ann','type':'contact'},";
        return "{'event':'" + event + "','id':42," + sender + "'account':{'id':1},'conversation':{'id':7}," + fields
                + "}";
    }

    private static ChannelEvent event(String body) {
        List<ChannelEvent> events = CHATWOOT.parse(new Delivery("POST", "/", Map.of(), bytes(body)), KEYS);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
