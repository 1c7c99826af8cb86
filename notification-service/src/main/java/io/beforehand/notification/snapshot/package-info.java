/** Small tables that people edit and deliveries read, kept in memory for a moment. */
@NullMarked
package io.beforehand.notification.snapshot;

import org.jspecify.annotations.NullMarked;
