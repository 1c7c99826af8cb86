package io.beforehand.intake.classification.core;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Optional;

/**
 * Guesses a language from the script that a text is written in: Chinese of either kind, Japanese, Korean. Simplified characters
 * are those that GB 2312 has and Big5 has not; the other way round for traditional ones.
 */
final class Script {

    private Script() {}

    /** The BCP 47 tag of the language; empty where the script does not tell. */
    static Optional<String> locale(String text) {
        CharsetEncoder simplified = Charset.forName("GB2312").newEncoder();
        CharsetEncoder traditional = Charset.forName("Big5").newEncoder();
        int kana = 0;
        int hangul = 0;
        int han = 0;
        int balance = 0;
        int letters = 0;
        for (int c : text.codePoints()
                .limit(Wording.LOOKED_AT)
                .filter(Character::isLetter)
                .toArray()) {
            letters++;
            UnicodeScript script = UnicodeScript.of(c);
            switch (script) {
                case HIRAGANA, KATAKANA -> kana++;
                case HANGUL -> hangul++;
                case HAN -> {
                    han++;
                    String character = Character.toString(c);
                    balance += simplified.canEncode(character) ? 1 : 0;
                    balance -= traditional.canEncode(character) ? 1 : 0;
                }
                default -> {}
            }
        }
        if (letters == 0 || 4 * (kana + hangul + han) < letters) {
            return Optional.empty();
        }
        if (kana + hangul > 0 && 10 * (kana + hangul) > han) {
            return Optional.of(kana >= hangul ? "ja" : "ko");
        }
        return Optional.of(balance >= 0 ? "zh-CN" : "zh-TW");
    }
}
