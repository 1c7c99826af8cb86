package io.beforehand.time;

/** Refuses to look for a deadline further off than {@link BusinessCalendar#LONGEST_AHEAD}. */
public final class DueTooFarException extends IllegalArgumentException {

    DueTooFarException() {
        super("must be due within ten years");
    }
}
