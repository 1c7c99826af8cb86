/** The ways to customers: one outlet per channel account, set by operators. */
@NullMarked
package io.beforehand.notification.outlet;

import org.jspecify.annotations.NullMarked;
