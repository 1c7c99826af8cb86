package io.beforehand.intake.customer;

/** A person got another identity or another request while he was being locked; looking again settles it. */
final class ChangedMeanwhileException extends RuntimeException {

    ChangedMeanwhileException() {
        super("person changed meanwhile", null, false, false);
    }
}
