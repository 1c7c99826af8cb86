package io.beforehand.intake.adapter.meta;

import static io.beforehand.intake.adapter.meta.MetaDeliveries.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Edited;
import io.beforehand.intake.adapter.ChannelEvent.IdentityChanged;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppAdapterTest {

    private static final ChannelAdapter WHATSAPP = new WhatsAppAdapter();

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
                    'type':'text','text':{'body':'hello'}                                            ~ hello        ~ TYPED
                    'type':'button','button':{'text':'Yes','payload':'y'}                            ~ Yes          ~ CHOSEN
                    'type':'interactive','interactive':{'type':'button_reply','button_reply':{'id':'1','title':'Ok'}}                      ~ Ok        ~ CHOSEN
                    'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'1','title':'Bill','description':'of May'}} ~ Bill/of May ~ CHOSEN
                    'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'body':'Sent','response_json':'{\\"flow_token\\":\\"t\\",\\"issue\\":\\"broken\\"}'}} ~ issue: broken ~ CHOSEN
                    'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'body':'Sent','response_json':'{}'}} ~ Sent ~ CHOSEN
                    'type':'location','location':{'latitude':12.25089,'longitude':43.9}              ~ 12.25089,43.9 ~ CHOSEN
                    'type':'location','location':{'latitude':1,'longitude':2,'name':'HQ','address':'Way 1'} ~ HQ/Way 1/1,2 ~ CHOSEN
                    'type':'contacts','contacts':[{'name':{'formatted_name':'Ann'},'phones':[{'phone':'+1 5'},{'phone':'+1 6'}]}] ~ Ann/+1 5/+1 6 ~ CHOSEN
                    'type':'order','order':{'text':'two, please','product_items':[]}                 ~ two, please  ~ TYPED
                    'type':'video','video':{'caption':'look','id':'5'}                               ~ look         ~ CAPTION
                    """)
    void aMessageSaysWhatTheCustomerTypedOrChose(String content, String text, TextOrigin origin) {
        // When
        Said said = (Said) only(message(content));

        // Then
        assertThat(said.content().text()).isEqualTo(text.replace('/', '\n'));
        assertThat(said.content().textOrigin()).isEqualTo(origin);
    }

    @Test
    void theReplyWindowEndsADayAfterTheMessage() {
        Said said = (Said) only(message("'type':'text','text':{'body':'hello'}"));
        assertThat(said.content().replyUntil()).isEqualTo(Instant.parse("2023-10-12T16:53:43Z"));
    }

    @Test
    void whatIsWrittenOnThePhoneIsSomebodysAnswerToTheOneItIsSentTo() {
        // When
        ChannelEvent.Echoed echo = (ChannelEvent.Echoed)
                only(
                        echo(
                                "'to':'4915550100','id':'wamid.1','timestamp':'1697043223','type':'text','text':{'body':'On its way'}"));

        // Then
        assertThat(echo.text()).isEqualTo("On its way");
        assertThat(echo.origin().conversation()).isEqualTo("1122334455667/4915550100");
        assertThat(echo.origin().key()).isEqualTo("echo:wamid.1");
    }

    @Test
    void aReactionFromThePhoneIsNoAnswer() {
        assertThat(only(echo("'to':'4915550100','id':'wamid.1','type':'reaction','reaction':{'emoji':'x'}")))
                .isInstanceOf(PassedOver.class);
    }

    @Test
    void aCustomerWhoHidesHisNumberIsKnownByHisId() {
        // When
        Said said = (Said)
                only(
                        value(
                                "'contacts':[{'profile':{'name':'Ann'},'user_id':'US.13'}],'messages':[{'id':'m','type':'text','text':{'body':'x'}}]"));

        // Then
        assertThat(said.customer().id()).isEqualTo("US.13");
        assertThat(said.customer().name()).isEqualTo("Ann");
        assertThat(said.origin().conversation()).isEqualTo("277/US.13");
    }

    @Test
    void aBatchSaysAllThatIsInIt() {
        // When
        List<ChannelEvent> events = events(
                WHATSAPP,
                value("'contacts':[{'profile':{'name':'Ann'},'wa_id':'1'},{'profile':{'name':'Bob'},'wa_id':'2'}],"
                        + "'messages':[{'id':'a','from':'1','type':'text','text':{'body':'x'}},"
                        + "{'id':'b','from':'2','type':'reaction'}],"
                        + "'statuses':[{'id':'c','status':'read','recipient_id':'3'}]"));

        // Then
        assertThat(events).hasSize(3);
        assertThat(((Said) events.get(0)).customer().name()).isEqualTo("Ann");
        assertThat(((PassedOver) events.get(1)).reason()).isEqualTo(Reason.REACTION);
        assertThat(((Receipt) events.get(2)).origin().conversation()).isEqualTo("277/3");
    }

    @Test
    void anEditIsNotSwallowedByItsMessageNorOneReceiptByAnother() {
        String message =
                only(message("'type':'text','text':{'body':'x'}")).origin().key();
        String edit = only(message(
                        "'type':'edit','edit':{'original_message_id':'m','message':{'type':'text','text':{'body':'y'}}}"))
                .origin()
                .key();
        String sent =
                only(value("'statuses':[{'id':'m','status':'sent'}]")).origin().key();
        String read =
                only(value("'statuses':[{'id':'m','status':'read'}]")).origin().key();
        assertThat(List.of(message, edit, sent, read)).doesNotHaveDuplicates();
    }

    @Test
    void anEditedTextIsRead() {
        Edited edited = (Edited) only(message(
                "'type':'edit','edit':{'original_message_id':'o','message':{'type':'text','text':{'body':'better'}}}"));
        assertThat(edited.text()).isEqualTo("better");
        assertThat(edited.amends()).isEqualTo("o");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
                    'from':'1','system':{'type':'customer_changed_number','new_wa_id':'2'}                       ~ 1    ~ 2
                    'from':'1','system':{'type':'user_changed_number','wa_id':'2'}                               ~ 1    ~ 2
                    'system':{'type':'user_changed_user_id','user_id':'MX.2','previous_user_id':'CO.1'}          ~ CO.1 ~ MX.2
                    """)
    void aCustomerWhoGoesByAnotherIdIsStillTheSame(String message, String from, String into) {
        // When
        IdentityChanged changed =
                (IdentityChanged) only(value("'messages':[{'id':'m','type':'system'," + message + "}]"));

        // Then
        assertThat(changed.from()).isEqualTo(from);
        assertThat(changed.into()).isEqualTo(into);
    }

    @Test
    void aVoiceThatWasListenedToWasRead() {
        assertThat(((Receipt) only(value("'statuses':[{'id':'m','status':'played'}]"))).state())
                .isEqualTo("read");
    }

    @Test
    void mediaAreFetchedFromMetaOnly() {
        Said ours = (Said) only(message("'type':'image','image':{'id':'5','url':'https://lookaside.fbsbx.com/x'}"));
        Said others = (Said) only(message("'type':'image','image':{'id':'5','url':'https://fbsbx.com.example.com/x'}"));
        assertThat(ours.content().attachments().getFirst().url()).isEqualTo("https://lookaside.fbsbx.com/x");
        assertThat(others.content().attachments().getFirst().url()).isNull();
        assertThat(others.content().attachments().getFirst().id()).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'messages':[{'id':'m','from':'1','type':'poll','poll':{}}]",
                "'messages':[{'id':'m','from':'1','type':'system','system':{'type':'customer_identity_changed'}}]",
                "'messages':[{'id':'m','from':'1','type':'interactive','interactive':{'type':'call_permission_reply'}}]",
                "'statuses':[{'id':'m','status':'warning'}]",
                "'errors':[{'code':130429}]"
            })
    void whatIsNotKnownIsPassedOver(String value) {
        assertThat(((PassedOver) only(value(value))).reason()).isEqualTo(Reason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"account_update", "user_preferences", "calls", "message_template_status_update"})
    void fieldsThatAreNoMessagesArePassedOverEachUnderAKeyOfItsOwn(String field) {
        // Given
        String one = "{'object':'whatsapp_business_account','entry':[{'id':'1','changes':[{'field':'" + field
                + "','value':{'n':1}}]}]}";

        // When
        ChannelEvent event = only(one);

        // Then
        assertThat(((PassedOver) event).reason()).isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(only(one).origin()).isEqualTo(event.origin());
        assertThat(only(one.replace("1}", "2}")).origin().key())
                .isNotEqualTo(event.origin().key());
    }

    @Test
    void whatIsAboutAPageIsSomebodyElses() {
        assertThat(((PassedOver) only("{'object':'page','entry':[]}")).reason()).isEqualTo(Reason.OTHER_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{'entry':[]}",
                "{'object':'whatsapp_business_account'}",
                "{'object':'whatsapp_business_account','entry':[{'changes':[{'field':'messages','value':{'messages':[{'id':'m','from':'1','type':'text'}]}}]}]}"
            })
    void whatMetaWouldNotSendIsMalformed(String body) {
        assertThatThrownBy(() -> events(WHATSAPP, body)).isInstanceOf(MalformedDeliveryException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'messages':[{'from':'1','type':'text'}]",
                "'messages':[{'id':'m','type':'text'}]",
                "'messages':[{'id':'m','from':'1','type':'revoke'}]",
                "'statuses':[{'id':'m'}]"
            })
    void aMessageWithoutWhatItNeedsIsMalformed(String value) {
        assertThatThrownBy(() -> events(WHATSAPP, value(value))).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void aMessageThatIsNoneCostsNeitherThoseBesideItNorReceipts() {
        // When
        List<ChannelEvent> events = events(
                WHATSAPP,
                value("'messages':[{'from':'1','type':'text'},{'id':'m','from':'1','type':'text','text':{'body':'x'}}],"
                        + "'statuses':[{'id':'s'},{'id':'s','status':'read'}]"));

        // Then
        assertThat(events).hasSize(4);
        assertThat(((PassedOver) events.get(0)).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(events.get(1)).isInstanceOf(Said.class);
        assertThat(((PassedOver) events.get(2)).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(events.get(3)).isInstanceOf(Receipt.class);
    }

    private static ChannelEvent only(String body) {
        List<ChannelEvent> events = events(WHATSAPP, body);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static String message(String content) {
        return value("'messages':[{'id':'m','from':'1','timestamp':'1697043223'," + content + "}]");
    }

    private static String value(String value) {
        return "{'object':'whatsapp_business_account','entry':[{'id':'9','changes':[{'field':'messages','value':"
                + "{'metadata':{'phone_number_id':'277'}," + value + "}}]}]}";
    }

    private static String echo(String message) {
        return "{'object':'whatsapp_business_account','entry':[{'id':'1','changes':[{'field':'smb_message_echoes','value':"
                + "{'metadata':{'phone_number_id':'1122334455667'},'message_echoes':[{'from':'15550100'," + message
                + "}]}}]}]}";
    }
}
