package io.beforehand.intake.ingest;

import io.beforehand.intake.webhook.core.SignedWebhook;

/** By what a caller claims to be allowed to send events. */
sealed interface Credentials {

    /** The operator's token, checked. May send for any source. */
    record Operator() implements Credentials {}

    /** A signature whose time is near enough; for which sources it is good is not known yet. */
    record Signed(SignedWebhook webhook) implements Credentials {}
}
