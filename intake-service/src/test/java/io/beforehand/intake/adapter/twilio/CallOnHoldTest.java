package io.beforehand.intake.adapter.twilio;

import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.KEYS;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.TARGET;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.TOKEN;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.at;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.delivery;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.signature;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.unsigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Wait;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallOnHoldTest {

    private static final TwilioAdapter TWILIO = new TwilioAdapter();
    private static final String CALL = "CallSid=CA1&From=%2B1415&To=%2B1800&Direction=inbound";

    @Test
    void aCallerIsThankedOnceAndKeptOnTheLine() {
        assertThat(TWILIO.answer(unsigned(CALL + "&CallStatus=ringing&CalledCountry=CN"), KEYS))
                .isEqualTo(Answer.xml("<Response><Say language=\"zh-CN\">感谢您的来电，请不要挂机。</Say><Pause length=\"30\"/>"
                        + "<Redirect method=\"POST\">/v1/channels/twilio/main</Redirect></Response>"));
        assertThat(TWILIO.answer(unsigned(CALL + "&CallStatus=in-progress&CalledCountry=CN"), KEYS)
                        .body())
                .isEqualTo("<Response><Pause length=\"30\"/>"
                        + "<Redirect method=\"POST\">/v1/channels/twilio/main</Redirect></Response>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    3 ~ 240 ~     ~ en-GB ~ You are number 3 in the queue. We expect to be with you in about 4 minutes.
                    3 ~     ~     ~ zh-TW ~ 您排在第3位。
                    3 ~ 240 ~ Eve ~ en    ~ Eve will be with you shortly.
                      ~     ~ 王明 ~       ~ 王明将为您服务，请稍候。
                    """)
    void aCallerHearsWhereHeWaitsInTheLanguageOfTheAccount(
            Integer position, Long seconds, String owner, String locale, String words) {
        // Given
        Delivery delivery = unsigned(CALL + "&CallStatus=in-progress&CalledCountry=CN");
        Wait wait = new Wait(position, seconds == null ? null : Duration.ofSeconds(seconds), owner).in(locale);

        // When
        Answer answer = TWILIO.answer(delivery, KEYS, wait);

        // Then
        assertThat(answer.body()).contains("\">" + words + "</Say><Pause");
        assertThat(TWILIO.caller(delivery, KEYS)).contains("CA1");
    }

    @Test
    void twilioAsksAgainWhereItAskedBefore() {
        // Given
        String form = CALL + "&CallStatus=ringing";
        String signed = "https://shop.example/hooks?a=1&b=2CallSidCA1CallStatusringingDirectioninboundFrom+1415To+1800";

        // When
        Answer answer = TWILIO.answer(
                delivery(TARGET + "?a=1&b=2", signature(signed, TOKEN), form), at("https://shop.example/hooks"));

        // Then
        assertThat(answer.body())
                .contains("<Redirect method=\"POST\">https://shop.example/hooks?a=1&amp;b=2</Redirect>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CallStatus=completed",
                "CallStatus=in-progress&SequenceNumber=1",
                "CallStatus=in-progress&DialCallStatus=completed",
                "CallStatus=in-progress&QueueResult=bridged",
                "CallStatus=in-progress&RecordingSid=RE1&RecordingUrl=x"
            })
    void nobodyElseIsKeptOnTheLine(String fields) {
        assertThat(TWILIO.answer(unsigned(CALL + "&" + fields), KEYS)).isEqualTo(Twiml.NOTHING);
        assertThat(TWILIO.caller(unsigned(CALL + "&" + fields), KEYS)).isEmpty();
    }

    @Test
    void aCallOfOursIsNotKeptOnTheLine() {
        assertThat(TWILIO.answer(unsigned("CallSid=CA1&CallStatus=in-progress&Direction=outbound-api"), KEYS))
                .isEqualTo(Twiml.NOTHING);
    }

    @Test
    void whatIsSaidCannotBreakOutOfItsSentence() {
        // When
        Answer answer = Twiml.hold(
                SpokenLanguage.ENGLISH,
                List.of("Ann & Bob </Say><Hangup/>\u0000\u0007\uD800\uFFFF ok 😀"),
                Duration.ofSeconds(5),
                "/");

        // Then
        assertThat(answer.body())
                .startsWith("<Response><Say language=\"en-US\">Ann &amp; Bob &lt;/Say&gt;&lt;Hangup/&gt; ok 😀</Say>");
    }

    @ParameterizedTest
    @CsvSource({
        "zh,         MANDARIN",
        "zh-CN,      MANDARIN",
        "zh_SG,      MANDARIN",
        "zh-Hans-HK, MANDARIN",
        "zh-TW,      TAIWANESE_MANDARIN",
        "zh-HK,      TAIWANESE_MANDARIN",
        "zh-Hant,    TAIWANESE_MANDARIN",
        "en-GB,      ENGLISH",
        "fr,         ENGLISH",
        ",           ENGLISH",
        "'!!',       ENGLISH"
    })
    void aCallerIsSpokenToInHisLanguageIfWeSpeakIt(String locale, SpokenLanguage language) {
        assertThat(SpokenLanguage.of(locale)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    ENGLISH            ~ 241 ~ You are number 3 in the queue. We expect to be with you in about 5 minutes.
                    ENGLISH            ~ 0   ~ You are number 3 in the queue. We expect to be with you in about a minute.
                    ENGLISH            ~     ~ You are number 3 in the queue.
                    MANDARIN           ~ 240 ~ 您排在第3位，预计等待约4分钟。
                    MANDARIN           ~     ~ 您排在第3位。
                    TAIWANESE_MANDARIN ~ 61  ~ 您排在第3位，預計等候約2分鐘。
                    """)
    void aCallerHearsHisPlaceAndHowLongItMayTake(SpokenLanguage language, Long seconds, String words) {
        assertThat(language.inQueue(3, seconds == null ? null : Duration.ofSeconds(seconds)))
                .isEqualTo(words);
    }
}
