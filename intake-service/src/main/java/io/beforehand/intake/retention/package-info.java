/** Says which rows are old; messaging deletes them, a little at a time. */
@NullMarked
package io.beforehand.intake.retention;

import org.jspecify.annotations.NullMarked;
