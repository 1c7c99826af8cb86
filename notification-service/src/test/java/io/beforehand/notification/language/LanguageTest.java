package io.beforehand.notification.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "zh, zh-CN",
        "zh-CN, zh-CN",
        "zh-SG, zh-CN",
        "zh-Hans, zh-CN",
        "zh-Hans-HK, zh-CN",
        "zh_CN, zh-CN",
        "zh-TW, zh-TW",
        "zh-HK, zh-TW",
        "zh-MO, zh-TW",
        "zh-Hant, zh-TW",
        "zh-Hant-CN, zh-TW",
        "zh_Hant_HK, zh-TW",
        "yue-HK, zh-TW",
        "ZH-tw, zh-TW",
        "en, en",
        "en-GB, en",
        "EN_us, en"
    })
    void theScriptDecidesThenTheRegion(String locale, String expected) {
        assertThat(Language.of(locale, Language.ENGLISH).tag()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"fr", "''", "'   '", "nonsense--", "x", "日本語"})
    void whatIsNoneOfOursIsTheOneAskedFor(String locale) {
        assertThat(Language.of(locale, Language.TRADITIONAL_CHINESE)).isEqualTo(Language.TRADITIONAL_CHINESE);
    }

    @Test
    void soIsAMissingOne() {
        assertThat(Language.of(null, Language.SIMPLIFIED_CHINESE)).isEqualTo(Language.SIMPLIFIED_CHINESE);
    }
}
