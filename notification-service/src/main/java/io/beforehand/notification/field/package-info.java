/** Checks of what operators write that more than one of their endpoints needs. */
@NullMarked
package io.beforehand.notification.field;

import org.jspecify.annotations.NullMarked;
