/** Refusals: stable codes, their problem+json form, and the mapping of every failure to one of them. */
@NullMarked
package io.beforehand.http.problem;

import org.jspecify.annotations.NullMarked;
