/** Forgets what is old, a little at a time. */
@NullMarked
package io.beforehand.intake.retention;

import org.jspecify.annotations.NullMarked;
