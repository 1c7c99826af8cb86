/** What intake hears from the other services: what became of replies, and how long customers wait. */
@NullMarked
package io.beforehand.intake.listening;

import org.jspecify.annotations.NullMarked;
