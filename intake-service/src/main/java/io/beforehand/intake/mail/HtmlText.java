package io.beforehand.intake.mail;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: lines as they are seen, quotes marked with {@code >}. */
public final class HtmlText implements NodeVisitor {

    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template", "noscript");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "table");

    /** How Outlook sets what it quotes apart: a line across the page, then who wrote it. */
    private static final Pattern OUTLOOK_LINE = Pattern.compile("border-top:\\s*solid|border-top:\\s*1(pt|px)");

    /** Characters, and nodes. */
    private static final int BEGINNING = 1_000;

    private static final Pattern SENDER = Pattern.compile("^\\s*(From|发件人|寄件者|寄件人|差出人|보낸 사람|Von|De)\\s*[:：]");

    /** What mail programs call the container of what they quote. */
    private static final String QUOTES =
            "div.gmail_quote, blockquote.gmail_quote, blockquote[type=cite], div.yahoo_quoted,"
                    + " #divRplyFwdMsg, #appendonsend, #isReplyContent, includetail, .foxmail_quote, #mail-editor-reference-message-container";

    /** Every line is that much longer: a page of nothing but quotes in quotes must not become hundreds of times its size. */
    private static final int DEEPEST_QUOTE = 20;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int quoted;
    private int preformatted;

    private HtmlText() {}

    /** The whole of it. */
    public static String of(String html) {
        return text(body(html));
    }

    /** Without what the mail program marked as quoted; empty if that is all there is. */
    static String withoutQuotes(String html) {
        Element body = body(html);
        for (Element quote : body.select(QUOTES)) {
            if (quote.root() == body.root() && !isForward(quote)) {
                removeOnward(quote);
            }
        }
        for (Element div : body.select("div[style]")) {
            if (div.root() == body.root()
                    && OUTLOOK_LINE.matcher(div.attr("style")).find()
                    && SENDER.matcher(beginning(div)).find()) {
                removeOnward(div);
            }
        }
        return text(body);
    }

    private static boolean isForward(Element quote) {
        return beginning(quote).matches("(?is)^\\W*(forwarded message|转发邮件|轉寄郵件|begin forwarded).*");
    }

    /** Where it says what follows. Looking at all of every quote would take longer the more of them are within each other. */
    private static String beginning(Element element) {
        StringBuilder text = new StringBuilder();
        int[] seen = {0};
        element.filter((node, _) -> {
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (node instanceof Element block && block.isBlock()) {
                text.append(' ');
            }
            return ++seen[0] > BEGINNING || text.length() > BEGINNING
                    ? NodeFilter.FilterResult.STOP
                    : NodeFilter.FilterResult.CONTINUE;
        });
        return text.toString();
    }

    /** Outlook puts what is quoted after its mark, on whatever level. */
    private static void removeOnward(Element mark) {
        boolean marksOnly =
                mark.id().equals("divRplyFwdMsg") || mark.id().equals("appendonsend") || mark.hasAttr("style");
        for (Node at = mark; marksOnly && at.parent() != null && !at.nameIs("body"); at = at.parent()) {
            while (at.nextSibling() != null) {
                at.nextSibling().remove();
            }
        }
        if (mark.parent() != null) {
            mark.remove();
        }
    }

    private static Element body(String html) {
        return Jsoup.parse(html).body();
    }

    private static String text(Element body) {
        body.select(String.join(",", UNSEEN)).remove();
        HtmlText visitor = new HtmlText();
        body.traverse(visitor);
        visitor.endLine();
        return visitor.text.toString().replaceAll("\\n{3,}", "\n\n").strip();
    }

    @Override
    public void head(Node node, int depth) {
        switch (node) {
            case TextNode text -> append(preformatted > 0 ? text.getWholeText() : text.text());
            case Element element when element.nameIs("br") -> breakLine();
            case Element element
            when element.nameIs("blockquote") -> {
                endLine();
                quoted++;
            }
            case Element element
            when element.nameIs("li") -> {
                endLine();
                line.append("- ");
            }
            case Element element
            when element.isBlock() -> {
                endLine();
                preformatted += element.nameIs("pre") ? 1 : 0;
            }
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            endLine();
            preformatted -= element.nameIs("pre") ? 1 : 0;
            quoted -= element.nameIs("blockquote") ? 1 : 0;
            if (PARAGRAPHS.contains(element.normalName())) {
                text.append('\n');
            }
        } else if (node.nameIs("td")) {
            line.append(' ');
        }
    }

    private void append(String words) {
        String[] lines = words.split("\\r?\\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                breakLine();
            }
            line.append(line.isEmpty() && preformatted == 0 ? lines[i].stripLeading() : lines[i]);
        }
    }

    private void endLine() {
        if (!line.isEmpty()) {
            breakLine();
        }
    }

    private void breakLine() {
        text.append("> ".repeat(Math.min(quoted, DEEPEST_QUOTE)))
                .append(line.toString().stripTrailing())
                .append('\n');
        line.setLength(0);
    }
}
