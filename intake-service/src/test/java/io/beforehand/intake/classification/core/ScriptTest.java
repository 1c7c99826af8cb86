package io.beforehand.intake.classification.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A language by its script. */
class ScriptTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "还没有收到发票 | zh-CN",
                "還沒有收到發票 | zh-TW",
                "退款 | zh-CN",
                "我的 order 2231 还没发货 | zh-CN",
                "注文がまだ届いていません | ja",
                "주문이 아직 도착하지 않았습니다 | ko",
                "Where is my order? | -",
                "Order 订 from Berlin has not arrived yet | -",
                "123 !? | -",
            })
    void theScriptTellsTheLanguage(String text, String locale) {
        assertThat(Script.locale(text).orElse(null)).isEqualTo(locale);
    }
}
