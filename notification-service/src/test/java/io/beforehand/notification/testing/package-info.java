/** The surroundings of the notification service in its tests: the other services' topics, the outside world, time. */
@NullMarked
package io.beforehand.notification.testing;

import org.jspecify.annotations.NullMarked;
