/** Hears from notification what became of replies that were to be delivered, and notes it on the message. */
@NullMarked
package io.beforehand.intake.delivery;

import org.jspecify.annotations.NullMarked;
