/** Background work that is woken when there is something to do, and looks by itself every so often. */
@NullMarked
package io.beforehand.notification.loop;

import org.jspecify.annotations.NullMarked;
