package io.beforehand.sla.waiver;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Who asks or decides, by the name that they are known by.
 *
 * @param name 1 to {@value #LONGEST} characters, without space around it
 */
public record Person(String name) {

    static final int LONGEST = 100;

    public Person {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be a name of at most " + LONGEST + " characters");
        }
    }

    /** Whether both names are one, however they are written: {@code Ada} is {@code ada}. */
    boolean is(Person other) {
        return plain(name).equals(plain(other.name));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
