package io.beforehand.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML mails as text. */
class HtmlTextTest {

    @Test
    void linesStandAsTheyAreSeen() {
        assertThat(HtmlText.of("<style>p{}</style><p>One<br>two</p><ul><li>a</li><li>b</li></ul><script>x()</script>"))
                .isEqualTo("One\ntwo\n\n- a\n- b");
    }

    @Test
    void quotesAreMarked() {
        assertThat(HtmlText.of("New<blockquote>old<blockquote>older</blockquote></blockquote>"))
                .isEqualTo("New\n> old\n> > older");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='gmail_quote'>On Monday<blockquote>old</blockquote></div>",
                "<blockquote type='cite'>old</blockquote>",
                "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>发件人:</b> x@y</p></div></div><p>old</p>",
                "<hr><div id='divRplyFwdMsg'><b>From:</b> Shop</div><div>old</div>",
                "<div id='appendonsend'></div><hr><div>old</div>",
                "<includetail><div>old</div></includetail>",
            })
    void whatTheProgramMarksAsQuotedIsLeftOut(String quote) {
        assertThat(HtmlText.withoutQuotes("<html><body><p>New</p>" + quote + "</body></html>"))
                .isEqualTo("New");
    }

    @Test
    void quotesInQuotesAreMarkedToADepth() {
        assertThat(HtmlText.of("<blockquote>".repeat(200) + "old<br>older"))
                .isEqualTo("> ".repeat(20) + "old\n" + "> ".repeat(20) + "older");
    }

    @Test
    void depthDoesNotMatter() {
        assertThat(HtmlText.of("<div>".repeat(100_000) + "deep")).isEqualTo("deep");
    }

    /** Each of them is looked at, and none of them whole. */
    @Test
    void quotesInQuotesTakeNoLongerThanTheyAreDeep() {
        String deep = "<div class='gmail_quote'>Forwarded message ".repeat(300) + "x".repeat(1_000_000);

        assertThat(HtmlText.withoutQuotes("<p>New</p>" + deep))
                .startsWith("New")
                .contains("x");
    }
}
