package io.beforehand.stories;

/**
 * How long a story is told: short in every build, long with {@code -Dstories.long=true}. {@code -Dstories.kills=N} says how often
 * the stories of kills kill, whatever the length.
 */
final class Length {

    private static final boolean LONG = Boolean.getBoolean("stories.long");

    private Length() {}

    static boolean isLong() {
        return LONG;
    }

    static int of(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }

    static int kills(int shortForm, int longForm) {
        return Integer.getInteger("stories.kills", of(shortForm, longForm));
    }
}
