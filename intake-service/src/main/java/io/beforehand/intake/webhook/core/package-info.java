/** The signature by which a sender shows that a webhook is its own. */
@NullMarked
package io.beforehand.intake.webhook.core;

import org.jspecify.annotations.NullMarked;
