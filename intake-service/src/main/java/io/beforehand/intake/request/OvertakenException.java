package io.beforehand.intake.request;

/** What a batch builds on changed while it was being locked; looking again settles it. */
final class OvertakenException extends RuntimeException {

    OvertakenException() {
        super("changed while being locked", null, false, false);
    }
}
