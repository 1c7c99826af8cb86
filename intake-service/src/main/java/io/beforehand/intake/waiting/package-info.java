/** How long callers wait, as routing says: whoever is on the line is told, and cannot look it up. */
@NullMarked
package io.beforehand.intake.waiting;

import org.jspecify.annotations.NullMarked;
