/** Bodies of calls, read once it is known whose they are and as far as the memory bears. */
@NullMarked
package io.beforehand.intake.body;

import org.jspecify.annotations.NullMarked;
