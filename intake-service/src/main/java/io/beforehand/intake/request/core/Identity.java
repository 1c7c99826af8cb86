package io.beforehand.intake.request.core;

/** Whether what is submitted can be recognised when it comes again. */
public sealed interface Identity {

    /** It has a name, and a fingerprint to tell a copy from another under the same name. */
    record Named(EventKey key, Fingerprint fingerprint) implements Identity {}

    /** The same, but another under the name of one that is known is passed over in place of refused. */
    record FirstNamed(EventKey key, Fingerprint fingerprint) implements Identity {}

    /** Each is taken for a new one. */
    record Anonymous() implements Identity {}
}
