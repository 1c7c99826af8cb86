package io.beforehand.stories;

/** How long a story is told: short in every build, long with {@code -Dstories.long=true}. */
final class Length {

    private static final boolean LONG = Boolean.getBoolean("stories.long");

    private Length() {}

    static int of(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }
}
