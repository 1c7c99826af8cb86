package io.beforehand.intake.adapter.meta;

import static io.beforehand.intake.adapter.meta.MetaDeliveries.KEYS;
import static io.beforehand.intake.adapter.meta.MetaDeliveries.events;
import static io.beforehand.intake.adapter.meta.MetaDeliveries.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Answered;
import io.beforehand.intake.adapter.ChannelEvent.Echoed;
import io.beforehand.intake.adapter.ChannelEvent.Edited;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagingAdapterTest {

    private static final ChannelAdapter MESSENGER = MessagingAdapter.messenger();
    private static final ChannelAdapter INSTAGRAM = MessagingAdapter.instagram();
    private static final AccountKeys OF_OUR_APP =
            new AccountKeys(KEYS.secrets(), KEYS.verifyToken(), null, "777", null, null, null, null, null, null);
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1793620800000",
                "'1793620800000'",
                "1793620800",
                "'1793620800'",
                "'2026-11-02T12:00:00+0000'",
                "'2026-11-02T13:00:00+01:00'"
            })
    void aTimeIsReadInWhateverFormItComes(String timestamp) {
        assertThat(only(item("'timestamp':" + timestamp + ",'message':{'mid':'m','text':'x'}"))
                        .origin()
                        .occurredAt())
                .isEqualTo(NOON);
    }

    @Test
    void anIdBeyondTheRangeOfDoublesKeepsAllItsDigits() {
        Said said = (Said) only("{'object':'page','entry':[{'id':1,'messaging':[{'sender':{'id':9007199254740993},"
                + "'recipient':{'id':1},'message':{'mid':'m','text':'x'}}]}]}");
        assertThat(said.customer().id()).isEqualTo("9007199254740993");
    }

    @Test
    void aQuickReplyWasChosen() {
        Said said = (Said) only(item("'message':{'mid':'m','text':'Red','quick_reply':{'payload':'RED'}}"));
        assertThat(said.content().text()).isEqualTo("Red");
        assertThat(said.content().textOrigin()).isEqualTo(TextOrigin.CHOSEN);
    }

    @Test
    void aButtonSaysWhatStoodOnItAndIsKnownAgainByItsId() {
        Said said = (Said) only(item("'postback':{'mid':'m','title':'Talk to us','payload':'TALK'}"));
        assertThat(said.content().text()).isEqualTo("Talk to us");
        assertThat(said.origin().messageId()).isEqualTo("m");
    }

    @Test
    void twoPressesOfAButtonWithoutIdsAreTwoMessages() {
        String one = only(item("'timestamp':1793620800000,'postback':{'payload':'TALK'}"))
                .origin()
                .key();
        String other = only(item("'timestamp':1793620800001,'postback':{'payload':'TALK'}"))
                .origin()
                .key();
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void editsAreToldApartByTheirNumber() {
        Origin first =
                only(item("'message_edit':{'mid':'m','text':'x','num_edit':1}")).origin();
        Origin second = only(item("'message_edit':{'mid':'m','text':'y','num_edit':'2'}"))
                .origin();
        assertThat(first.key()).isNotEqualTo(second.key());
        assertThat(((Edited) only(item("'message_edit':{'mid':'m','text':'x','num_edit':1}"))).amends())
                .isEqualTo("m");
    }

    @Test
    void anEditWithoutATextIsNone() {
        assertThat(only(item("'message_edit':{'mid':'m','num_edit':0}"))).isInstanceOf(PassedOver.class);
    }

    @Test
    void whatAnotherAppAnswersIsMeasuredButNotAnswered() {
        Said said = (Said)
                only("{'object':'page','entry':[{'id':'1','standby':[{'sender':{'id':'2'},'recipient':{'id':'1'},"
                        + "'timestamp':1793620800000,'message':{'mid':'m','text':'x'}}]}]}");
        assertThat(said.content().replyUntil()).isEqualTo(said.origin().occurredAt());
    }

    @Test
    void otherwiseTheReplyWindowEndsADayLater() {
        Said said = (Said) only(item("'timestamp':1793620800000,'message':{'mid':'m','text':'x'}"));
        assertThat(said.content().replyUntil()).isEqualTo(Instant.parse("2026-11-03T12:00:00Z"));
    }

    @Test
    void everyMessageThatArrivedHasItsReceipt() {
        List<ChannelEvent> events = events(MESSENGER, item("'delivery':{'mids':['a','b'],'watermark':1793620800000}"));
        assertThat(events).hasSize(2).allSatisfy(event -> assertThat(event).isInstanceOf(Receipt.class));
        assertThat(events.get(1).origin().messageId()).isEqualTo("b");
    }

    @Test
    void aReceiptWithoutIdsBelongsToItsConversation() {
        Receipt receipt = (Receipt) only(item("'delivery':{'watermark':1793620800000}"));
        assertThat(receipt.origin().conversation()).isEqualTo("1/2");
        assertThat(receipt.origin().messageId()).isNull();
        assertThat(receipt.origin().occurredAt()).isEqualTo(NOON);
    }

    @Test
    void anEchoBelongsToTheConversationOfWhomItWasSentTo() {
        assertThat(echo("'app_id':999", KEYS).origin().conversation()).isEqualTo("1/2");
        assertThat(echo("'app_id':263902037430900", KEYS).origin().conversation())
                .isEqualTo("1/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'app_id':263902037430900", "'app_id':'1217981644879628'"})
    void whatIsWrittenInAnInboxIsSomebodysAnswer(String sentBy) {
        Echoed echo = (Echoed) echo(sentBy, OF_OUR_APP);
        assertThat(echo.text()).isEqualTo("On its way");
        assertThat(echo.origin().messageId()).isEqualTo("m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'app_id':777", "'seq':1"})
    void whatOurAppSentOrNobodyNamedIsPassedOver(String sentBy) {
        assertThat(((PassedOver) echo(sentBy, OF_OUR_APP)).reason()).isEqualTo(Reason.ECHO);
    }

    @Test
    void whatAnotherAppSentIsAMachinesAnswer() {
        Answered answer = (Answered) echo("'app_id':999", OF_OUR_APP);
        assertThat(answer.author()).isEqualTo(new Author(AuthorKind.BOT, "999", null));
        assertThat(answer.text()).isEqualTo("On its way");
    }

    @Test
    void anyAppMayBeOursWhereTheAccountDoesNotSay() {
        assertThat(echo("'app_id':999", KEYS)).isInstanceOf(PassedOver.class);
    }

    @Test
    void aSharedLinkIsKeptAndAScriptIsNot() {
        assertThat(attachment("{'type':'fallback','title':'A page','url':'https://example.com/'}"))
                .isEqualTo(new Attachment("A page", null, null, "https://example.com/", null));
        assertThat(attachment("{'type':'fallback','url':'javascript:alert(1)'}").url())
                .isNull();
    }

    @Test
    void instagramAlsoTellsMessagesAsChanges() {
        Said said = (Said) events(
                        INSTAGRAM,
                        "{'object':'instagram','entry':[{'id':'1','changes':[{'field':'messages','value':"
                                + "{'sender':{'id':'2'},'recipient':{'id':'1'},'timestamp':'1793620800','message':{'mid':'m','text':'x'}}}]}]}")
                .getFirst();
        assertThat(said.origin().conversation()).isEqualTo("1/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'optin':{'ref':'x'}",
                "'referral':{'ref':'x'}",
                "'account_linking':{'status':'linked'}",
                "'pass_thread_control':{'new_owner_app_id':'1'}",
                "'something_new':{}"
            })
    void whatIsNotKnownIsPassedOver(String what) {
        assertThat(((PassedOver) only(item(what))).reason()).isEqualTo(Reason.UNKNOWN_TYPE);
    }

    @Test
    void commentsArePassedOver() {
        assertThat(
                        only(
                                "{'object':'page','entry':[{'id':'1','changes':[{'field':'feed','value':{'item':'comment'}}]}]}"))
                .isInstanceOf(PassedOver.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'object':'page'}",
                "{'object':'page','entry':[{'messaging':[{'sender':{'id':'2'},'recipient':{'id':'1'},'message':{'text':'x'}}]}]}",
                "{'object':'page','entry':[{'messaging':[{'recipient':{'id':'1'},'message':{'mid':'m'}}]}]}",
                "{'object':'page','entry':[{'messaging':[{'sender':{'id':'2'},'message_edit':{'text':'x'}}]}]}"
            })
    void aMessageWithoutWhatItNeedsIsMalformed(String body) {
        assertThatThrownBy(() -> events(MESSENGER, body)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void aMessageThatIsNoneCostsNeitherItsEntryNorTheNext() {
        // Given
        String between = "'sender':{'id':'2'},'recipient':{'id':'1'}";

        // When
        List<ChannelEvent> events = events(
                MESSENGER,
                "{'object':'page','entry':[{'id':'1','messaging':[{" + between + ",'message':{'text':'x'}}],"
                        + "'standby':[{" + between + ",'message':{'mid':'a'}}]},{'id':'1','messaging':[{" + between
                        + ",'message':{'mid':'b'}}]}]}");

        // Then
        assertThat(((PassedOver) events.getFirst()).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(events.subList(1, events.size())).hasSize(2).allMatch(Said.class::isInstance);
    }

    @Test
    void aTimeThatEndsTheCalendarIsNone() {
        Said said = (Said)
                only(item("'timestamp':'+999999999-12-31T23:59:59.999999999-18:00','message':{'mid':'m','text':'x'}"));
        assertThat(said.origin().occurredAt()).isNull();
        assertThat(said.content().replyUntil()).isNull();
    }

    private static ChannelEvent echo(String sentBy, AccountKeys keys) {
        return MESSENGER
                .parse(
                        signed("{'object':'page','entry':[{'id':'1','messaging':[{'sender':{'id':'1'},"
                                + "'recipient':{'id':'2'},'message':{'mid':'m','text':'On its way','is_echo':true,"
                                + sentBy + "}}]}]}"),
                        keys)
                .getFirst();
    }

    private static Attachment attachment(String attachment) {
        Said said = (Said) only(item("'message':{'mid':'m','attachments':[" + attachment + "]}"));
        return said.content().attachments().getFirst();
    }

    private static ChannelEvent only(String body) {
        List<ChannelEvent> events = events(MESSENGER, body);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static String item(String what) {
        return "{'object':'page','entry':[{'id':'1','messaging':[{'sender':{'id':'2'},'recipient':{'id':'1'}," + what
                + "}]}]}";
    }
}
