package io.beforehand.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTemplateTest {

    private static final Set<String> PLACES = Set.of("number", "owner");

    @Test
    void valuesArePutInTheirPlaces() {
        assertThat(fill("Request {number}, {owner}.", Map.of("number", "R-1", "owner", "Ada")))
                .isEqualTo("Request R-1, Ada.");
    }

    @Test
    void anOptionalSectionGoesWithTheValueItLacks() {
        String text = "Request {number}.[[ {owner} has it.]] Thanks.";

        assertThat(fill(text, Map.of("number", "R-1"))).isEqualTo("Request R-1. Thanks.");
        assertThat(fill(text, Map.of("number", "R-1", "owner", "Ada"))).isEqualTo("Request R-1. Ada has it. Thanks.");
    }

    @Test
    void aValueIsNeverReadAsATemplate() {
        assertThat(fill("Hello {owner}", Map.of("owner", "{number} [[x]] {config:db.password} ${jndi:ldap://x}")))
                .isEqualTo("Hello {number} [[x]] {config:db.password} ${jndi:ldap://x}");
    }

    @Test
    void aValueStaysOnItsLineAndTurnsNothingAround() {
        assertThat(fill("Hello {owner}!", Map.of("owner", "A\r\nBcc: x\u202Egnp\u2066.\u0000")))
                .isEqualTo("Hello ABcc: xgnp.!");
    }

    @ParameterizedTest
    @CsvSource({
        "'Hello {nobody}', 'has no value for {nobody}; there are number, owner'",
        "'{number', has a stray brace at 0",
        "'a } b', has a stray brace at 2",
        "'{number:x}', has a stray brace at 0",
        "'[[ {number}', opens [[ without closing it",
        "'{number} ]]', has an unexpected ]] at 9",
        "'[[ [[ {number} ]] ]]', has an unexpected [[ at 3",
        "'  ', must not be empty"
    })
    void aTemplateThatCannotBeFilledInIsRefusedWhenItIsWritten(String text, String reason) {
        assertThatThrownBy(() -> TextTemplate.parse(text, PLACES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    private static String fill(String text, Map<String, String> values) {
        return TextTemplate.parse(text, PLACES).fill(values);
    }
}
