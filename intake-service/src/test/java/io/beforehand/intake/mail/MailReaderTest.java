package io.beforehand.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails as strangers and old programs write them. */
class MailReaderTest {

    private static final String FROM = "From: ann@home.example\r\n";

    @ParameterizedTest
    @CsvSource({
        "GB18030, gb2312, 朱镕基总理",
        "GBK, x-gbk, 还没有收到发票",
        "GB18030, gbk, 㐀字",
        "Big5, big5, 還沒有收到發票",
        "x-windows-949, ks_c_5601-1987, 똠방각하",
        "windows-31j, shift_jis, ①番の注文",
        "windows-1256, windows-1256, لم يصل الطلب",
        "ISO-8859-8, iso-8859-8-i, ההזמנה לא הגיעה",
        "UTF-8, unknown-8bit, 还没有收到发票",
    })
    void charsetsAreReadAsTheyAreMeant(String real, String named, String text) {
        byte[] body = text.getBytes(Charset.forName(real));

        Mail mail = read(FROM + "Content-Type: text/plain; charset=" + named + "\r\n\r\n", body, null);

        assertThat(mail.written()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "UTF-8, -, 还没有收到发票",
                "GBK, -, 还没有收到发票，什么时候发货？",
                "GBK, zh-CN, 退款",
                "Big5, zh-TW, 退款",
                "windows-31j, ja, 返金してください",
                "windows-1252, -, Où est mon café?",
            })
    void bytesWithoutACharsetAreGuessed(String real, @Nullable String locale, String text) {
        byte[] header = (FROM + "Subject: " + text + "\r\n\r\n").getBytes(Charset.forName(real));

        Mail mail = new MailReader(MailLimits.DEFAULT).read(join(header, text.getBytes(Charset.forName(real))), locale);

        assertThat(mail.written()).isEqualTo(text);
        assertThat(mail.subject()).isEqualTo(text);
    }

    @Test
    void aSubjectCannotBreakOutOfItsLineNorTurnItAround() {
        Mail mail = read(FROM + "Subject: =?utf-8?B?YQ0KQmNjOiBldmVAeOKArmI=?=\r\n\r\n", new byte[0], null);

        assertThat(mail.subject()).isEqualTo("a Bcc: eve@xb");
    }

    @Test
    void aSubjectThatIsSplitInsideACharacterIsRead() {
        Mail mail = read(
                FROM + "Subject: =?utf-8?B?6K6i?= =?utf-8?B?5Y0=?=\r\n =?utf-8?B?lQ==?=\r\n\r\n", new byte[0], null);

        assertThat(mail.subject()).isEqualTo("订单");
    }

    @Test
    void theTextHoldsNoNul() {
        assertThat(read(FROM + "\r\n", "a\0b".getBytes(StandardCharsets.US_ASCII), null)
                        .whole())
                .isEqualTo("ab");
    }

    @Test
    void ofALongTextTheBeginningIsRead() {
        byte[] body = "还没有收到 ".repeat(200_000).getBytes(Charset.forName("GB18030"));

        String text = read(FROM + "Content-Type: text/plain; charset=gb2312\r\n\r\n", body, null)
                .whole();

        assertThat(text).hasSizeBetween(500_000, 600_000).endsWith("还没有收到").doesNotContain("\ufffd");
    }

    @Test
    void partsWithinPartsEndSomewhere() {
        StringBuilder mail = new StringBuilder(FROM);
        for (int i = 0; i < 2_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }

        refused(mail.toString(), "too-many-parts");
    }

    @Test
    void manyPartsAreRefused() {
        refused(
                FROM + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(1_000) + "--b--",
                "too-many-parts");
    }

    @Test
    void manyFilesAreRefusedByName() {
        String file = "--b\r\nContent-Type: image/png\r\n\r\nx\r\n";

        refused(
                FROM + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + file.repeat(51) + "--b--",
                "too-many-attachments");
    }

    @Test
    void manyHeadersAreRefused() {
        refused(FROM + "X: y\r\n".repeat(5_000) + "\r\nx", "beyond-limits");
    }

    @Test
    void aMailOfNobodyIsRefused() {
        refused("Subject: x\r\n\r\nx", "no-sender");
        refused("From: <>\r\n\r\nx", "no-sender");
        refused("", "no-header");
    }

    @Test
    void manyMessageIdsAreCutToTheRootAndTheLatest() {
        StringBuilder references = new StringBuilder("References:");
        for (int i = 0; i < 1_000; i++) {
            references.append("\r\n <").append(i).append("@x>");
        }

        Mail mail = read(FROM + references + "\r\n\r\n", new byte[0], null);

        assertThat(mail.references()).hasSize(30).startsWith("0@x", "971@x").endsWith("999@x");
    }

    /** Whatever comes, it is a mail or none; a failing seed is pasted as a test of its own. */
    @ParameterizedTest
    @MethodSource("io.beforehand.intake.mail.ExampleMailsTest#names")
    void aBrokenMailIsReadOrRefused(String name) throws Exception {
        byte[] mail = java.nio.file.Files.readAllBytes(
                java.nio.file.Path.of("src/test/resources/channels/email", name + ".eml"));
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 60; i++) {
            byte[] broken = java.util.Arrays.copyOf(mail, 1 + random.nextInt(mail.length));
            for (int n = random.nextInt(20); n > 0; n--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(new MailReader(MailLimits.DEFAULT).read(broken, null).from())
                        .isNotNull();
            } catch (MalformedMailException e) {
                assertThat(e).hasMessageMatching("[a-z-]+");
            }
        }
    }

    private static void refused(String mail, String reason) {
        assertThatThrownBy(() -> read(mail, new byte[0], null))
                .isInstanceOf(MalformedMailException.class)
                .hasMessage(reason);
    }

    private static Mail read(String header, byte[] body, @Nullable String locale) {
        return new MailReader(MailLimits.DEFAULT).read(join(header.getBytes(StandardCharsets.UTF_8), body), locale);
    }

    private static byte[] join(byte[] header, byte[] body) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(header);
        mail.writeBytes(body);
        return mail.toByteArray();
    }
}
