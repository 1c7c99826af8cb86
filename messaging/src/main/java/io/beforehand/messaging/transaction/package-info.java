/** Transactions on the service's database, what their failures mean, and how concurrent writes share one commit. */
@NullMarked
package io.beforehand.messaging.transaction;

import org.jspecify.annotations.NullMarked;
