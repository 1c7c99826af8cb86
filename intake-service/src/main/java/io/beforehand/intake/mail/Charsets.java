package io.beforehand.intake.mail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to text by the charset that mails name, mean or leave out. A name stands for the largest charset that its users have in
 * mind ({@code gb2312} is written by programs that mean GB18030), as in the WHATWG's Encoding Standard.
 */
final class Charsets {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("euc-cn", "GB18030"),
            Map.entry("x-euc-cn", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("x-x-big5", "Big5-HKSCS"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("iso-8859-8-e", "ISO-8859-8"),
            Map.entry("iso-8859-6-i", "ISO-8859-6"),
            Map.entry("iso-8859-6-e", "ISO-8859-6"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("cp-850", "IBM850"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("utf-8mb4", "UTF-8"),
            Map.entry("ansi_x3.4-1968", "US-ASCII"),
            Map.entry("ascii", "US-ASCII"));

    private static final Map<String, String> BEFORE_UNICODE = Map.of(
            "zh", "GB18030",
            "ja", "windows-31j",
            "ko", "x-windows-949",
            "ru", "windows-1251",
            "he", "windows-1255",
            "ar", "windows-1256",
            "th", "x-windows-874");

    private Charsets() {}

    /** The charset that is meant by a name; empty for names that nobody knows. */
    static Optional<Charset> named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        String plain = name.strip().toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(plain, plain)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }

    /** What people who write that language used before Unicode, and their oldest programs still do. */
    static Optional<Charset> usualFor(@Nullable String locale) {
        if (locale == null) {
            return Optional.empty();
        }
        Locale parsed = Locale.forLanguageTag(locale);
        boolean traditional = parsed.getScript().equals("Hant")
                || parsed.getCountry().equals("TW")
                || parsed.getCountry().equals("HK");
        return parsed.getLanguage().equals("zh") && traditional
                ? named("big5")
                : named(BEFORE_UNICODE.get(parsed.getLanguage()));
    }

    /**
     * The text that the bytes mean; what cannot be read becomes U+FFFD.
     *
     * @param name the charset they claim, if any
     * @param usual the charset to try first where they claim none or plain ASCII and are not UTF-8
     */
    static String text(byte[] bytes, @Nullable String name, Optional<Charset> usual) {
        Charset claimed = named(name).orElse(StandardCharsets.US_ASCII);
        String text = claimed.equals(StandardCharsets.US_ASCII) || claimed.equals(StandardCharsets.UTF_8)
                ? guessed(bytes, usual, claimed)
                : new String(bytes, claimed);
        return text.replace("\0", "");
    }

    private static String guessed(byte[] bytes, Optional<Charset> usual, Charset claimed) {
        return strictly(bytes, StandardCharsets.UTF_8)
                .filter(text -> text.indexOf('\u001b') < 0)
                .or(() -> claimed.equals(StandardCharsets.UTF_8)
                        ? Optional.of(new String(bytes, claimed))
                        : usual.flatMap(charset -> strictly(bytes, charset)))
                .or(() -> detected(bytes).flatMap(charset -> strictly(bytes, charset)))
                .orElseGet(() -> new String(bytes, WESTERN));
    }

    private static Optional<Charset> detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        Optional<Charset> found = named(detector.getDetectedCharset());
        return found.isPresent() ? found : looksChinese(bytes) ? named("gb2312") : Optional.empty();
    }

    /** Short texts defeat the detector: pairs from the rows of GB 2312 that hold its 3,755 commonest characters. */
    private static boolean looksChinese(byte[] bytes) {
        int common = 0;
        int other = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xff;
            if (lead < 0x80) {
                continue;
            }
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
            boolean usual = lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1 || lead == 0xa3 || lead == 0xa1;
            common += usual ? 1 : 0;
            other += usual ? 0 : 1;
            i++;
        }
        return common > 1 && common >= 4 * other;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
