/**
 * Tells customers that they were heard, and whoever is on call that a promise is in danger.
 *
 * <p>Events enter by {@code listening}, which keeps what is needed of each {@code request}, writes the {@code
 * acknowledgement} as soon as it can be honest, raises an {@code alert} when a promise is in danger, and notes by {@code
 * optout} who does not want to hear from us any more. Whatever has to go out becomes a row of {@code delivery}, which brings it
 * to its {@code outlet} or {@code contact} by {@code webhook}, again and again under one id until it is accepted or given up.
 * What happened leaves as events of {@code beforehand.notifications}.
 */
@NullMarked
package io.beforehand.notification;

import org.jspecify.annotations.NullMarked;
