package io.beforehand.intake.adapter.wechat;

import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WechatPushTest {

    private static final Instant WHEN = Instant.ofEpochSecond(1714037059);

    private final WechatAdapter wechat = new WechatAdapter();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "text; <Content>退款</Content>; 退款; TYPED; 0",
                "voice; <MediaId>m</MediaId><Format>speex</Format>; ; NONE; 1",
                "voice; <MediaId>m</MediaId><Recognition>你好</Recognition>; 你好; ASR; 1",
                "video; <MediaId>m</MediaId><ThumbMediaId>t</ThumbMediaId>; ; NONE; 1",
                "shortvideo; <MediaId>m</MediaId>; ; NONE; 1",
                "image; <MediaId>m</MediaId>; ; NONE; 1",
                "location; <Location_X>23.1</Location_X><Location_Y>113.3</Location_Y>; 23.1,113.3; CAPTION; 0",
                "link; <Title>公告</Title><Url>https://example.com/</Url>; '公告\nhttps://example.com/'; CAPTION; 0",
                "miniprogrampage; <Title>订单</Title>; 订单; CAPTION; 0"
            })
    void aMessageIsReadByItsType(String type, String fields, String text, TextOrigin origin, int attachments) {
        // When
        Said said = said(wechat, message(type, fields));

        // Then
        assertThat(said.content().text()).isEqualTo(text == null ? null : text.replace("\\n", "\n"));
        assertThat(said.content().textOrigin()).isEqualTo(origin);
        assertThat(said.content().attachments()).hasSize(attachments);
        assertThat(said.content().replyUntil()).isEqualTo(WHEN.plus(Duration.ofHours(48)));
        assertThat(said.origin().key()).isEqualTo("message:9007199254740993");
    }

    @ParameterizedTest
    @CsvSource({
        "http://mmbiz.qpic.cn/a/0, true",
        "https://mmbiz.qpic.cn/a/0, true",
        "https://qpic.cn.example.net/a, false",
        "https://notqpic.cn/a, false",
        "https://mmbiz.qpic.cn@example.net/a, false",
        "//example.net/a, false",
        "javascript:alert(1), false",
        "http://[, false"
    })
    void anAddressOfAPictureThatIsNotWechatsIsDropped(String url, boolean kept) {
        // When
        Said said = said(wechat, message("image", "<MediaId>m</MediaId><PicUrl>" + url + "</PicUrl>"));

        // Then
        assertThat(said.content().attachments().getFirst().url()).isEqualTo(kept ? url : null);
        assertThat(said.content().attachments().getFirst().id()).isEqualTo("m");
    }

    @Test
    void aMenuThatWasChosenIsAMessageThatSaysWhatItStandsFor() {
        // When
        Said said = said(wechat, event("CLICK", "<EventKey>CONTACT_SUPPORT</EventKey>"));

        // Then
        assertThat(said.content().text()).isEqualTo("CONTACT_SUPPORT");
        assertThat(said.content().textOrigin()).isEqualTo(TextOrigin.CHOSEN);
        assertThat(said.origin().key()).isEqualTo("event:u|1714037059|CLICK|CONTACT_SUPPORT");
    }

    @Test
    void whoeverUnfollowsWillHearNoMoreUntilHeFollowsAgain() {
        assertThat(only(wechat, event("unsubscribe", "")))
                .isInstanceOfSatisfying(ChannelEvent.OptedOut.class, out -> assertThat(out.address())
                        .isEqualTo("u"));
        assertThat(only(wechat, event("subscribe", "")))
                .isInstanceOfSatisfying(ChannelEvent.OptedIn.class, in -> assertThat(in.address())
                        .isEqualTo("u"));
    }

    @ParameterizedTest
    @CsvSource({
        "success, delivered,",
        "failed:user block, failed, failed:user block",
        "failed: system failed, failed, failed: system failed"
    })
    void aTemplateMessageOfOursArrivedOrDidNot(String status, String state, String error) {
        // When
        ChannelEvent event =
                only(wechat, event("TEMPLATESENDJOBFINISH", "<MsgID>200</MsgID><Status>" + status + "</Status>"));

        // Then
        assertThat(event).isInstanceOfSatisfying(ChannelEvent.Receipt.class, receipt -> {
            assertThat(receipt.state()).isEqualTo(state);
            assertThat(receipt.error()).isEqualTo(error);
            assertThat(receipt.origin().messageId()).isEqualTo("200");
        });
    }

    @ParameterizedTest
    @CsvSource({"SCAN, UNKNOWN_TYPE", "enter_agent, MEMBERSHIP", "something_new, UNKNOWN_TYPE"})
    void otherEventsArePassedOver(String event, Reason reason) {
        Calls.passedOver(only(wechat, event(event, "<EventKey>k</EventKey>")), reason);
    }

    @Test
    void aMessageOfAnUnknownTypeIsPassedOver() {
        Calls.passedOver(only(wechat, message("hologram", "<MediaId>m</MediaId>")), Reason.UNKNOWN_TYPE);
    }

    @Test
    void whatWecomTellsOfNobodyIsPassedOver() {
        Calls.passedOver(
                only(
                        wechat,
                        "<xml><ToUserName>ww1</ToUserName><CreateTime>1348831860</CreateTime><MsgType>event</MsgType>"
                                + "<Event>kf_msg_or_event</Event><Token>t</Token></xml>"),
                Reason.UNKNOWN_TYPE);
    }

    @Test
    void aMiniProgramMayWriteJson() {
        // When
        Said said = said(wechat, """
                {"ToUserName": "gh_1", "FromUserName": "u", "CreateTime": 1714037059, "MsgType": "text", "Content": "hi",
                 "MsgId": 9007199254740993}""");

        // Then
        assertThat(said.origin().conversation()).isEqualTo("gh_1/u");
        assertThat(said.origin().messageId()).isEqualTo("9007199254740993");
        assertThat(said.content().text()).isEqualTo("hi");
    }

    @Test
    void aMessageWithoutAnIdIsKnownByWhoSaidWhatAndWhen() {
        // Given
        String one = message("text", "<Content>a</Content>").replaceAll("<MsgId>.*</MsgId>", "");

        // Then
        assertThat(said(wechat, one).origin().key())
                .isEqualTo(said(wechat, one).origin().key())
                .isNotEqualTo(said(wechat, one.replace(">a<", ">b<")).origin().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<xml>",
                "<xml></xml>",
                "<xml><FromUserName>u</FromUserName></xml>",
                "<xml><FromUserName>u</FromUserName><MsgType>text</MsgType></xml>",
                "<xml><ToUserName>c</ToUserName><FromUserName>u</FromUserName><MsgType>event</MsgType></xml>",
                "<!DOCTYPE xml><xml><FromUserName>u</FromUserName></xml>",
                "<!DOCTYPE x [<!ENTITY a \"b\">]><xml><FromUserName>&a;</FromUserName></xml>",
                "<xml><Content>&undeclared;</Content></xml>"
            })
    void whatIsNoPushIsMalformed(String body) {
        assertThatThrownBy(() -> wechat.parse(Calls.post("", body), io.beforehand.intake.adapter.AccountKeys.NONE))
                .isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void aDocumentTypeIsRefusedEvenIfNothingCameOfIt() {
        String push = message("text", "<Content>x</Content>");
        assertThat(said(wechat, push).content().text()).isEqualTo("x");
        assertThatThrownBy(() -> said(wechat, "<!DOCTYPE xml>" + push)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void neitherDepthNorNumberOfFieldsIsWithoutEnd() {
        String deep = "<a>".repeat(100) + "</a>".repeat(100);
        String many = "<xml>" + "<a>1</a>".repeat(1_000) + "</xml>";
        assertThatThrownBy(() -> PushedFields.read(deep)).isInstanceOf(MalformedDeliveryException.class);
        assertThatThrownBy(() -> PushedFields.read(many)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void nestedFieldsGoByTheirPath() {
        assertThat(PushedFields.read("<xml><Video><MediaId>m</MediaId><Title>t</Title></Video><A>1</A></xml>")
                        .values())
                .containsEntry("Video/MediaId", "m")
                .containsEntry("Video/Title", "t")
                .containsEntry("A", "1")
                .hasSize(3);
    }

    private static String message(String type, String fields) {
        return push(type, fields + "<MsgId>9007199254740993</MsgId>");
    }

    private static String event(String event, String fields) {
        return push("event", "<Event>" + event + "</Event>" + fields);
    }

    private static String push(String type, String fields) {
        return "<xml><ToUserName>c</ToUserName><FromUserName>u</FromUserName><CreateTime>1714037059</CreateTime><MsgType>"
                + type + "</MsgType>" + fields + "</xml>";
    }
}
