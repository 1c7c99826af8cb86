/**
 * Customers as persons: finds all identities of one, makes one of two, and forgets him.
 *
 * <p>In: calls of operators. {@link io.beforehand.intake.customer.PersonStore} finds and locks a person with all that is his, in
 * the order in which everybody locks: conversations, requests, customers. Out: rows without him, and {@code customer-forgotten}
 * about each of his requests, upon which the other services erase what they keep.
 */
@NullMarked
package io.beforehand.intake.customer;

import org.jspecify.annotations.NullMarked;
