package io.beforehand.intake.classification.core;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What of a text is learned from: words, pairs of words, beginnings of long words, single Han characters and pairs of them. Each counts
 * once; numbers all count as the same.
 */
public final class Features {

    private static final int BEGINNING = 5;

    private Features() {}

    public static Set<String> of(Wording wording) {
        Set<String> features = new LinkedHashSet<>();
        String before = "";
        for (String token : wording.list()) {
            if (Wording.isHan(token.codePointAt(0))) {
                han(token, features);
            } else {
                String word = word(token);
                features.add(word);
                if (!before.isEmpty()) {
                    features.add(before + " " + word);
                }
                if (word.length() > BEGINNING) {
                    features.add(word.substring(0, BEGINNING) + "*");
                }
                before = word;
            }
        }
        return features;
    }

    private static void han(String token, Set<String> features) {
        for (int i = 0; i < token.length(); i++) {
            features.add(token.substring(i, i + 1));
            if (i + 1 < token.length()) {
                features.add(token.substring(i, i + 2));
            }
        }
    }

    private static String word(String token) {
        return Character.isDigit(token.charAt(0)) ? "#" : token;
    }
}
