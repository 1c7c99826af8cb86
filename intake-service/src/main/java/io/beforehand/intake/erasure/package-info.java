/**
 * What is to be erased of the requests of customers who are to be forgotten.
 *
 * <p>Each table that keeps what they said has an {@link io.beforehand.intake.erasure.Erasure}, a bean that its owner makes;
 * {@code customer} follows them all in the transaction in which it forgets.
 */
@NullMarked
package io.beforehand.intake.erasure;

import org.jspecify.annotations.NullMarked;
