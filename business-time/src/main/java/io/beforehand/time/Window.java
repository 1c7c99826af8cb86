package io.beforehand.time;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opening hours of a day by the clock on the wall, whole minutes. A window whose end is not after its start goes on past
 * midnight, to that time of the next date.
 *
 * @param from minutes since midnight, 0 to 1439; the first open minute
 * @param to minutes since midnight, 1 to 1440 ({@code 24:00}); the first minute that is closed again
 */
public record Window(int from, int to) {

    /** The end of the day, in minutes. */
    static final int MIDNIGHT = 24 * 60;

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)|24:00");

    public Window {
        if (from < 0 || from >= MIDNIGHT) {
            throw new IllegalArgumentException("must begin from 00:00 to 23:59, not at " + text(from));
        }
        if (to < 1 || to > MIDNIGHT) {
            throw new IllegalArgumentException("must end from 00:01 to 24:00, not at " + text(to));
        }
        if (from == to) {
            throw new IllegalArgumentException(
                    "must not end at " + text(to) + " where it begins; a whole day is 00:00 to 24:00");
        }
    }

    /**
     * Reads {@code 09:00} and {@code 17:30}; an end of {@code 00:00} means {@code 24:00}.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    public static Window parse(String from, String to) {
        int end = minutes(to);
        return new Window(minutes(from), end == 0 ? MIDNIGHT : end);
    }

    /**
     * The windows of one day in order.
     *
     * @throws IllegalArgumentException if they overlap
     */
    public static List<Window> inOrder(Collection<Window> windows) {
        List<Window> ordered =
                windows.stream().sorted(Comparator.comparingInt(Window::from)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            Window before = ordered.get(i - 1);
            Window next = ordered.get(i);
            if (next.from < before.head().to) {
                throw new IllegalArgumentException("must not overlap: the window from " + next.fromText()
                        + " begins before the one from " + before.fromText() + " ends");
            }
        }
        return ordered;
    }

    /** As {@link #parse} reads it. */
    public String fromText() {
        return text(from);
    }

    /** As {@link #parse} reads it. */
    public String toText() {
        return text(to);
    }

    /** Whether a part of it falls on the next date. */
    public boolean crossesMidnight() {
        return to < from;
    }

    /** The part on the date on which it begins. */
    Window head() {
        return crossesMidnight() ? new Window(from, MIDNIGHT) : this;
    }

    /** The part on the next date, of a window that crosses midnight. */
    Window tail() {
        return new Window(0, to);
    }

    private static int minutes(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException("must be two times such as 09:00 and 17:30, up to 24:00");
        }
        return time.group(1) == null
                ? MIDNIGHT
                : Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
    }

    private static String text(int minutes) {
        return "%02d:%02d".formatted(Math.floorDiv(minutes, 60), Math.floorMod(minutes, 60));
    }
}
