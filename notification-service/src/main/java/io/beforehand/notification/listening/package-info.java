/** Where events come in: each batch is folded into what is known of its requests, and into what follows from it. */
@NullMarked
package io.beforehand.notification.listening;

import org.jspecify.annotations.NullMarked;
