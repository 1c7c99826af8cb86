/** Where a delivery goes, in the terms of the way that leads there: what outlets and contacts' methods come to. */
@NullMarked
package io.beforehand.notification.target;

import org.jspecify.annotations.NullMarked;
