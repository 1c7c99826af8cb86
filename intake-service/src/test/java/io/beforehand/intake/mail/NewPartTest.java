package io.beforehand.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sender wrote himself. */
class NewPartTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Gmail
                "On Mon, Nov 2, 2026 at 9:00 AM Shop <support@shop.example> wrote:\n> Hello\n> Bye",
                "On Mon, Nov 2, 2026 at 9:00 AM Shop Support Department\n<support@shop.example> wrote:\n\n> Hello",
                "Shop <support@shop.example> 于2026年11月2日周一 09:00写道：\n> 您好",
                // Apple
                "在 2026年11月2日，09:00，Shop <support@shop.example> 写道：\n\n您好",
                "> On 2 Nov 2026, at 09:00, Shop <support@shop.example> wrote:\n> Hello",
                "于 2026年11月2日 GMT+08:00 上午9:00:00, Shop <support@shop.example> 寫道:\n>您好",
                // Outlook
                "-----Original Message-----\nFrom: Shop\nSent: Monday\nTo: Li\nSubject: Order\n\nHello",
                "________________________________\nFrom: Shop <support@shop.example>\nSent: Monday, November 2\nTo: Li\nSubject: Order\n\nHello",
                "发件人: Shop <support@shop.example>\n发送时间: 2026年11月2日 9:00\n收件人: Li\n主题: 订单\n\n您好",
                "寄件者: Shop\n傳送時間: 2026年11月2日\n收件者: Li\n主旨: 訂單\n\n您好",
                // Foxmail, QQ, NetEase
                "------------------ 原始邮件 ------------------\n发件人: \"Shop\";\n发送时间: 2026年11月2日\n您好",
                "发件人： support\n发送时间： 2026-11-02 09:00\n收件人： li\n主题： 订单\n您好",
                "---- 回复的原邮件 ----\n| 发件人 | Shop |\n您好",
                "At 2026-11-02 09:00:00, \"Shop\" <support@shop.example> wrote:\n>您好",
                // Thunderbird, German and French
                "Am 02.11.26 um 09:00 schrieb Shop:\n> Hallo",
                "Le lun. 2 nov. 2026 à 09:00, Shop <support@shop.example> a écrit :\n> Bonjour",
            })
    void theMailThatIsAnsweredIsLeftOut(String quoted) {
        assertThat(NewPart.of("还没有收到发票。\n\n" + quoted)).isEqualTo("还没有收到发票。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nAnn\n+44 20 1234",
                "--\nAnn",
                "Sent from my iPhone",
                "发自我的 iPhone",
                "Get Outlook for Android",
            })
    void signaturesAreLeftOut(String signature) {
        assertThat(NewPart.of("Where is it?\n\n" + signature)).isEqualTo("Where is it?");
    }

    @Test
    void answersBetweenTheLinesAreKept() {
        assertThat(NewPart.of("""
                On 2 Nov 2026, Shop <support@shop.example> wrote:
                > Which order?
                R-17
                > Which colour?
                Blue
                """)).isEqualTo("R-17\nBlue");
    }

    @Test
    void aForwardedMailIsKept() {
        String mail = "See below\n\n---------- Forwarded message ---------\n没有发货";

        assertThat(NewPart.of(mail)).isEqualTo(mail);
    }

    @Test
    void whatOnlyLooksLikeAQuoteIsKept() {
        String mail = "Yesterday your agent wrote:\nplease wait.\n\nFrom: Berlin I travel on, so hurry.";

        assertThat(NewPart.of(mail)).isEqualTo(mail);
    }

    @Test
    void aListAtTheEndIsNoSignature() {
        String mail = "I ordered:\n\n- lamp\n\n- table";

        assertThat(NewPart.of(mail)).isEqualTo(mail);
    }

    @Test
    void aMailThatIsAllQuoteIsKeptWhole() {
        assertThat(NewPart.of("> is this still so?")).isEqualTo("> is this still so?");
    }
}
