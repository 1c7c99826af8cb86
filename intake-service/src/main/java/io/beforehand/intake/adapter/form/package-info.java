/** Forms: fields as bytes, out of the body of a POST, bounded by {@link io.beforehand.intake.adapter.Limits}. */
@NullMarked
package io.beforehand.intake.adapter.form;

import org.jspecify.annotations.NullMarked;
