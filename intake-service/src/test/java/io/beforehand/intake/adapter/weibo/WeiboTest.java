package io.beforehand.intake.adapter.weibo;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.post;
import static io.beforehand.intake.adapter.Calls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import io.beforehand.intake.adapter.signature.Digests;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeiboTest {

    private static final AccountKeys KEYS = AccountKeys.of(List.of("next-secret", "app-secret"));

    private final WeiboAdapter weibo = new WeiboAdapter();

    @ParameterizedTest
    @CsvSource({
        "'', SIGNATURE_MISSING",
        "signature=%zz&timestamp=1&nonce=1, SIGNATURE_INVALID",
        "signature=&timestamp=1&nonce=1, SIGNATURE_INVALID",
        "signature=00&timestamp=never&nonce=1, SIGNATURE_INVALID"
    })
    void whatIsNotWeibosIsRefused(String query, Cause cause) {
        Calls.refused(weibo.verify(post(query, "{}"), KEYS, NOW), cause);
    }

    @ParameterizedTest
    @CsvSource({"app-secret, 300, true", "app-secret, 301, false", "app-secret, -301, false", "someone's, 0, false"})
    void aNonceIsGoodForOneBodyWithinItsTime(String secret, long secondsLate, boolean good) {
        // When
        Verification verification = weibo.verify(post(signed(secret, NOW.minusSeconds(secondsLate)), "{}"), KEYS, NOW);

        // Then
        assertThat(verification instanceof Verification.Valid valid && valid.reuse() != null)
                .isEqualTo(good);
    }

    @Test
    void twoMessagesOfOneSecondAreTwo() {
        // Given
        String one = push("text", "在吗", "{}");
        String other = push("text", "退款", "{}");

        // Then
        assertThat(said(weibo, one).origin().key())
                .isEqualTo(said(weibo, one).origin().key())
                .isNotEqualTo(said(weibo, other).origin().key());
    }

    @Test
    void aPictureIsFetchedByTheIdOfTheReceiver() {
        // When
        Said said = said(weibo, push("image", "发了一张图片", "{\"vfid\": 821804459, \"tovfid\": 821804469}"));

        // Then
        assertThat(said.content().attachments()).singleElement().satisfies(picture -> assertThat(picture.id())
                .isEqualTo("821804469"));
    }

    @Test
    void aMenuThatWasChosenIsAMessage() {
        // When
        Said said = said(weibo, push("event", "", "{\"subtype\": \"click\", \"key\": \"HELP\"}"));

        // Then
        assertThat(said.content().text()).isEqualTo("HELP");
        assertThat(said.content().textOrigin()).isEqualTo(TextOrigin.CHOSEN);
    }

    @Test
    void whoeverUnfollowsWillHearNoMoreUntilHeFollowsAgain() {
        assertThat(only(weibo, push("event", "x", "{\"subtype\": \"unfollow\"}")))
                .isInstanceOf(ChannelEvent.OptedOut.class);
        assertThat(only(weibo, push("event", "x", "{\"subtype\": \"follow\"}")))
                .isInstanceOf(ChannelEvent.OptedIn.class);
    }

    @Test
    void aMentionInACommentIsNotTheOneInThePost() {
        assertThat(said(weibo, push("mention", "@客服", "{\"subtype\": \"comment\", \"key\": \"1\"}"))
                        .origin()
                        .key())
                .isEqualTo("comment:1");
    }

    @Test
    void unknownTypesArePassedOver() {
        Calls.passedOver(only(weibo, push("hologram", "x", "{}")), Reason.UNKNOWN_TYPE);
        Calls.passedOver(only(weibo, push("event", "x", "{}")), Reason.UNKNOWN_TYPE);
    }

    @Test
    void aTimeThatIsNoneIsLeftOut() {
        assertThat(said(weibo, push("text", "x", "{}").replace("Jul", "Xxx"))
                        .origin()
                        .occurredAt())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"type\": \"text\", \"sender_id\": 1}"})
    void whatIsNoPushIsMalformed(String body) {
        assertThatThrownBy(() -> only(weibo, body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private static String push(String type, String text, String data) {
        return """
                {"type": "%s", "receiver_id": 1902538057, "sender_id": 2489518277, "text": "%s", "data": %s,
                 "created_at": "Mon Jul 16 18:09:20 +0800 2012"}""".formatted(type, text, data);
    }

    private static String signed(String secret, Instant at) {
        String time = Long.toString(at.toEpochMilli());
        return "signature=" + Digests.sortedSha1(secret, time, "n") + "&timestamp=" + time + "&nonce=n";
    }
}
