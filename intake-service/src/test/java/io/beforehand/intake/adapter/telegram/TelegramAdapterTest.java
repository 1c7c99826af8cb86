package io.beforehand.intake.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.AuthorKind;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Answered;
import io.beforehand.intake.adapter.ChannelEvent.Edited;
import io.beforehand.intake.adapter.ChannelEvent.OptedIn;
import io.beforehand.intake.adapter.ChannelEvent.OptedOut;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.request.core.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramAdapterTest {

    private static final ChannelAdapter TELEGRAM = new TelegramAdapter();
    private static final AccountKeys KEYS = AccountKeys.of(List.of("the-new-token", "the-token"));
    private static final String ANN =
            "'from':{'id':7,'is_bot':false,'first_name':'Ann','last_name':'Lee','language_code':'zh-hans'}";
    private static final String PRIVATE = "'message_id':3,'date':1700000000,'chat':{'id':7,'type':'private'},";

    @ParameterizedTest
    @CsvSource({"the-token,true", "the-new-token,true", "the-token2,false", "The-Token,false", "'',false"})
    void onlyATokenThatWeGaveOutIsGood(String token, boolean good) {
        Verification verification =
                TELEGRAM.verify(delivery("{}", Map.of("x-telegram-bot-api-secret-token", token)), KEYS, Instant.EPOCH);
        assertThat(verification).isEqualTo(good ? Verification.SHOWN : Verification.WRONG_TOKEN);
    }

    @Test
    void whoShowsNoTokenIsRefused() {
        assertThat(TELEGRAM.verify(delivery("{}", Map.of()), KEYS, Instant.EPOCH))
                .isEqualTo(Verification.MISSING);
    }

    @Test
    void aTokenThatTelegramDoesNotTakeIsNotTakenHereEither() {
        assertThatThrownBy(() -> TELEGRAM.check(AccountKeys.of(List.of("fine", "not fine"))))
                .isInstanceOf(InvalidKeysException.class)
                .extracting(e -> ((InvalidKeysException) e).field())
                .isEqualTo("secrets[1]");
    }

    @Test
    void theCustomerIsWhoeverWrote() {
        Said said = (Said) only("'message':{" + PRIVATE + ANN + ",'forward_origin':{'type':'user'},'text':'hi'}");
        assertThat(said.customer().name()).isEqualTo("Ann Lee");
        assertThat(said.customer().locale()).isEqualTo("zh-hans");
        assertThat(said.customer().address()).isEqualTo("7");
    }

    @Test
    void whatIsSaidInAGroupIsAnsweredThere() {
        // When
        Said said = (Said)
                only("'message':{'message_id':3,'chat':{'id':-1001234567890,'type':'supergroup'},'message_thread_id':2,"
                        + ANN + ",'text':'hi'}");

        // Then
        assertThat(said.origin().conversation()).isEqualTo("-1001234567890");
        assertThat(said.customer().address()).isEqualTo("-1001234567890");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
                    'caption':'look','photo':[{'file_id':'s'},{'file_id':'l','file_size':9}]  ~ look        ~ CAPTION
                    'location':{'latitude':1.5,'longitude':2}                                 ~ 1.5,2       ~ CHOSEN
                    'location':{},'venue':{'title':'HQ','address':'Way 1','location':{'latitude':1,'longitude':2}} ~ HQ/Way 1/1,2 ~ CHOSEN
                    'contact':{'first_name':'Bob','phone_number':'+1'}                        ~ Bob/+1      ~ CHOSEN
                    'web_app_data':{'data':'form','button_text':'b'}                          ~ form        ~ CHOSEN
                    """)
    void aMessageSaysWhatTheCustomerTypedOrChose(String content, String text, TextOrigin origin) {
        Said said = (Said) only("'message':{" + PRIVATE + ANN + "," + content + "}");
        assertThat(said.content().text()).isEqualTo(text.replace('/', '\n'));
        assertThat(said.content().textOrigin()).isEqualTo(origin);
    }

    @Test
    void ofAPictureTheLargestSizeIsKept() {
        Said said = (Said) only("'message':{" + PRIVATE + ANN
                + ",'photo':[{'file_id':'s','file_size':1},{'file_id':'l','file_size':9}]}");
        assertThat(said.content().attachments()).containsExactly(new Attachment(null, "image/jpeg", 9L, null, "l"));
    }

    @Test
    void anAnimationIsOneFileAlthoughItAlsoComesAsADocument() {
        Said said =
                (Said) only("'message':{" + PRIVATE + ANN + ",'animation':{'file_id':'a'},'document':{'file_id':'a'}}");
        assertThat(said.content().attachments()).hasSize(1);
    }

    @Test
    void eachEditIsOneOfItsOwnAndItsMessageIsAnother() {
        // Given
        String said = PRIVATE + "'edit_date':1700000001," + ANN + ",'text':'better'}";

        // When
        Edited edited = (Edited) only("'edited_message':{" + said);

        // Then
        assertThat(edited.amends()).isEqualTo("7/3");
        assertThat(List.of(
                        edited.origin().key(),
                        only("'message':{" + said).origin().key(),
                        update("{'update_id':6,'edited_message':{" + said + "}")
                                .getFirst()
                                .origin()
                                .key()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPlaceThatMovesIsNoEdit() {
        assertThat(only("'edited_message':{" + PRIVATE + ANN + ",'location':{'latitude':1,'longitude':2}}"))
                .isInstanceOf(PassedOver.class);
    }

    @Test
    void aButtonUnderAMessageBelongsToItsChat() {
        Said said = (Said)
                only(
                        "'callback_query':{'id':'9'," + ANN
                                + ",'data':'yes','message':{'message_id':4,'is_topic_message':true,'message_thread_id':2,'chat':{'id':-5}}}");
        assertThat(said.origin().conversation()).isEqualTo("-5/2");
        assertThat(said.content().inReplyTo()).isEqualTo("-5/4");
        assertThat(said.customer().address()).isEqualTo("-5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'from':{'id':8,'is_bot':true},'text':'x'",
                "'from':{'id':7},'via_bot':{'id':8},'text':'x'",
                "'from':{'id':7},'sender_chat':{'id':-9},'text':'x'"
            })
    void machinesAndChannelsArePassedOver(String message) {
        assertThat(((PassedOver) only("'message':{" + PRIVATE + message + "}")).reason())
                .isEqualTo(Reason.BOT);
    }

    @Test
    void inABusinessAccountWhoeverIsNotTheOtherSideIsAnAgent() {
        // Given
        String chat = "'message':{'business_connection_id':'b'," + PRIVATE;

        // When
        ChannelEvent customer = only(chat.replace("'message'", "'business_message'") + ANN + ",'text':'hi'}");
        ChannelEvent agent = only(
                chat.replace("'message'", "'business_message'") + "'from':{'id':1,'first_name':'Eve'},'text':'hello'}");

        // Then
        assertThat(customer).isInstanceOf(Said.class);
        assertThat(((Answered) agent).author().kind()).isEqualTo(AuthorKind.AGENT);
        assertThat(agent.origin().conversation())
                .isEqualTo(customer.origin().conversation())
                .isEqualTo("b/7");
    }

    @Test
    void ofABusinessAccountWeHearWhatWasTakenBack() {
        List<ChannelEvent> events = update(
                "{'update_id':5,'deleted_business_messages':{'business_connection_id':'b','chat':{'id':7},'message_ids':[3,4]}}");
        assertThat(events)
                .map(event -> ((ChannelEvent.Deleted) event).retracts())
                .containsExactly("b/7/3", "b/7/4");
    }

    @Test
    void whoBlocksTheBotDoesNotWantToHearFromUsUntilHeLetsItWriteAgain() {
        String change =
                "'my_chat_member':{'chat':{'id':7,'type':'private'},'date':1700000000,'new_chat_member':{'status':'kicked'}}";
        assertThat(((OptedOut) only(change)).address()).isEqualTo("7");
        assertThat(((OptedIn) only(change.replace("kicked", "member"))).address())
                .isEqualTo("7");
        assertThat(only(change.replace("kicked", "restricted"))).isInstanceOf(PassedOver.class);
        assertThat(only(change.replace("private", "group"))).isInstanceOf(PassedOver.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', textBlock = """
                    'channel_post':{'message_id':1,'chat':{'id':-1},'text':'news'}                       ~ ECHO
                    'message_reaction':{'chat':{'id':7},'message_id':1}                                  ~ REACTION
                    'chat_member':{'chat':{'id':7}}                                                      ~ MEMBERSHIP
                    'message':{'message_id':1,'chat':{'id':7},'from':{'id':7},'pinned_message':{}}       ~ MEMBERSHIP
                    'message':{'message_id':1,'chat':{'id':7},'from':{'id':7},'something_new':{}}        ~ UNKNOWN_TYPE
                    'poll_answer':{'poll_id':'1'}                                                        ~ UNKNOWN_TYPE
                    'something_new':{}                                                                   ~ UNKNOWN_TYPE
                    """)
    void whatNobodySaidIsPassedOver(String update, Reason reason) {
        assertThat(((PassedOver) only(update)).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'update_id':5,'message':{'chat':{'id':7},'from':{'id':7},'text':'x'}}",
                "{'update_id':5,'message':{'message_id':1,'from':{'id':7},'text':'x'}}",
                "{'update_id':5,'message':{'message_id':1,'chat':{'id':7},'text':'x'}}",
                "{'update_id':5,'callback_query':{'from':{'id':7}}}"
            })
    void whatTelegramWouldNotSendIsMalformed(String body) {
        assertThatThrownBy(() -> update(body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private static ChannelEvent only(String update) {
        List<ChannelEvent> events = update("{'update_id':5," + update + "}");
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static List<ChannelEvent> update(String body) {
        return TELEGRAM.parse(delivery(body, Map.of()), KEYS);
    }

    private static Delivery delivery(String body, Map<String, String> headers) {
        return new Delivery("POST", "/", headers, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
