/** The people on call and how to reach them, set by operators. */
@NullMarked
package io.beforehand.notification.contact;

import org.jspecify.annotations.NullMarked;
