package io.beforehand.intake.mail;

import io.beforehand.intake.text.Sound;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Text out of header fields: unfolded, encoded words read (RFC 2047), fit to be shown on one line. */
final class HeaderText {

    private static final Pattern ENCODED_WORD_CHARSET =
            Pattern.compile("=\\?([^?*\\s]{1,40})(\\*[^?\\s]{0,40})?\\?(?=[bBqQ]\\?)");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n(?=[ \\t])");

    private HeaderText() {}

    /** The field as it stands, unfolded, with the charsets of its encoded words named as Java knows them. */
    static String unfolded(byte[] field, Optional<Charset> usual) {
        String text = FOLD.matcher(Charsets.text(field, null, usual))
                .replaceAll("")
                .replace('\r', ' ')
                .replace('\n', ' ');
        Matcher words = ENCODED_WORD_CHARSET.matcher(text);
        return words.replaceAll(word -> Matcher.quoteReplacement(
                "=?" + Charsets.named(word.group(1)).map(Charset::name).orElse(word.group(1)) + "?"));
    }

    static String decoded(String unfolded) {
        return shown(DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT));
    }

    /** Without what would break out of a line, or turn it around. */
    static String shown(String text) {
        return Sound.line(text).strip();
    }
}
