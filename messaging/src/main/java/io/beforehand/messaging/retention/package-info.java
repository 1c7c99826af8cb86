/** What grows and is let go: each table that grows has a rule, one loop follows them all. */
@NullMarked
package io.beforehand.messaging.retention;

import org.jspecify.annotations.NullMarked;
