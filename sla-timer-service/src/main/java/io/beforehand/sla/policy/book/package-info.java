/**
 * Policies as people write, change and read them: read strictly from JSON or YAML, kept in versions, shown again.
 *
 * <p>A change counts for every request that opens after its answer, on every replica: whoever needs the book asks the
 * database whether it is still the same ({@link io.beforehand.sla.policy.book.PolicyShelf#current}).
 */
@NullMarked
package io.beforehand.sla.policy.book;

import org.jspecify.annotations.NullMarked;
