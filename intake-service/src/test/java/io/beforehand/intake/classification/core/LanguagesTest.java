package io.beforehand.intake.classification.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which language a text is written. */
class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "Where is my order? I have been waiting for two weeks        | en",
                "the app closes by itself every time i open the photo tab    | en",
                "还没有收到发票                                                  | zh-CN",
                "還沒有收到發票                                                  | zh-TW",
                "Wo ist meine Bestellung? Ich warte seit zwei Wochen auf das Paket | de",
                "Je n'ai pas reçu mon colis, où est-il ?                     | fr",
                "No he recibido mi pedido, ¿cuándo llega?                    | es",
                "Não recebi a minha encomenda, onde está?                    | pt",
                "Non ho ancora ricevuto il mio pacco                         | it",
                "Ik heb mijn pakje nog niet ontvangen                        | nl",
                "Гдe мой заказ?                                              | -",
                "ok                                                          | -",
                "Invoice 20331                                               | -",
                "iPhone 13 Pro Max 256 GB                                    | -",
                "👍                                                          | -",
                "-                                                           | -",
            })
    void aLanguageIsToldOnlyWhereTheTextShowsIt(String text, String language) {
        assertThat(Languages.of(text == null ? "" : text).orElse(null)).isEqualTo(language);
    }
}
