package io.beforehand.intake.adapter.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Limits;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms are read byte for byte, and no further than anybody sends them. */
class FormTest {

    private static final String FIELD = "Content-Disposition: form-data; name=";

    @Test
    void aFieldKeepsItsBytesWhateverTheirCharset() {
        // Given
        byte[] gbk = "退款".getBytes(Charset.forName("GBK"));
        StringBuilder encoded = new StringBuilder("a=1&body-mime=");
        for (byte b : gbk) {
            encoded.append('%').append(String.format("%02x", b & 0xff));
        }

        // When
        Form form = urlEncoded(encoded + "&&flag&a=2");

        // Then
        assertThat(form.first("body-mime").orElseThrow().content()).isEqualTo(gbk);
        assertThat(form.text("a")).contains("1");
        assertThat(form.first("flag").orElseThrow().content()).isEmpty();
        assertThat(form.parts()).hasSize(4);
    }

    @Test
    void partsOfAMultipartKeepTheirBytesTheirNamesAndTheirTypes() {
        // When
        Form form = multipart(
                "preamble\r\n--b\r\n" + FIELD + "\"text\"\r\n\r\nline\n\r\n--bc is no boundary\r\n--b  \r\n"
                        + FIELD + "empty\r\n\r\n\r\n--b\r\n" + FIELD + "none\r\n\r\n--b\r\n"
                        + FIELD
                        + "\"file\"; filename=\"a \\\"b\\\".txt\"\r\ncontent-type: text/plain; charset=x\r\n\r\n\0\r\n--b--\r\nepilogue");

        // Then
        assertThat(form.parts()).extracting(FormPart::name).containsExactly("text", "empty", "none", "file");
        assertThat(form.text("text")).contains("line\n\r\n--bc is no boundary");
        assertThat(form.text("empty")).isEmpty();
        assertThat(form.text("none")).isEmpty();
        FormPart file = form.first("file").orElseThrow();
        assertThat(file.fileName()).isEqualTo("a \"b\".txt");
        assertThat(file.mediaType()).isEqualTo("text/plain; charset=x");
        assertThat(file.content()).isEqualTo(new byte[] {0});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b",
                "--b\r\n",
                "no boundary at all",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nbreaks off",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b",
                "--b\r\nContent-Disposition: form-data\r\n\r\nnameless\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\n\nLF only\n--b--",
                "--b \f\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--",
            })
    void whatIsNoFormIsRefused(String body) {
        assertThatThrownBy(() -> multipart(body)).isInstanceOf(MalformedDeliveryException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1"})
    void aBrokenEscapeIsRefused(String body) {
        assertThatThrownBy(() -> urlEncoded(body)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void aFormWithoutABoundaryIsRefused() {
        assertThatThrownBy(() -> Form.of(delivery("multipart/form-data", "--b--")))
                .isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void moreThanAnybodySendsIsRefused() {
        // Given
        String part = "--b\r\n" + FIELD + "\"a\"\r\n\r\nx\r\n";
        String longHeader = "--b\r\nX: " + "x".repeat(Limits.PART_HEADER) + "\r\n" + FIELD + "\"a\"\r\n\r\nx\r\n--b--";

        // Then
        assertThat(multipart(part.repeat(Limits.FORM_PARTS) + "--b--").parts()).hasSize(Limits.FORM_PARTS);
        assertThatThrownBy(() -> multipart(part.repeat(Limits.FORM_PARTS + 1) + "--b--"))
                .isInstanceOf(MalformedDeliveryException.class);
        assertThat(urlEncoded("a=1&".repeat(Limits.FORM_FIELDS)).parts()).hasSize(Limits.FORM_FIELDS);
        assertThatThrownBy(() -> urlEncoded("a=1&".repeat(Limits.FORM_FIELDS + 1)))
                .isInstanceOf(MalformedDeliveryException.class);
        assertThatThrownBy(() -> multipart(longHeader)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void aNameOfAThousandQuotesTakesNoStack() {
        // Given
        String quotes = "\\\"".repeat(Limits.PART_HEADER / 2 - 100);

        // When
        Form form = multipart("--b\r\n" + FIELD + "\"" + quotes + "\"\r\n\r\nx\r\n--b--");

        // Then
        assertThat(form.parts()).hasSize(1);
    }

    @Test
    void aFieldThatComesTwiceMayBeForged() {
        assertThatThrownBy(() -> urlEncoded("SPF=fail&SPF=pass").withoutRepetition())
                .isInstanceOf(MalformedDeliveryException.class);
        assertThat(urlEncoded("SPF=fail&dkim=pass").withoutRepetition().text("SPF"))
                .contains("fail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=b", "application/x-www-form-urlencoded; charset=utf-8"})
    void twoTypesAreForms(String type) {
        assertThat(Form.isOne(delivery(type, ""))).isTrue();
        assertThat(Form.isOne(delivery("application/json", ""))).isFalse();
    }

    private static Form multipart(String body) {
        return Form.of(delivery("multipart/form-data; charset=utf-8; boundary=\"b\"", body));
    }

    private static Form urlEncoded(String body) {
        return Form.of(delivery("application/x-www-form-urlencoded", body));
    }

    private static Delivery delivery(String type, String body) {
        return new Delivery("POST", "/", Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }
}
