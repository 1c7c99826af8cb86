/**
 * What requests of a category need, as somebody edits it: one document with all rules, so that a change is never half done.
 *
 * <p>Matching reads the rules of the moment in every round; a change acts on everything that waits.
 */
@NullMarked
package io.beforehand.routing.rule;

import org.jspecify.annotations.NullMarked;
