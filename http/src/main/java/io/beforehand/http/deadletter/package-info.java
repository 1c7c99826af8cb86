/** What could not be processed, to be looked at and replayed by the operator. */
@NullMarked
package io.beforehand.http.deadletter;

import org.jspecify.annotations.NullMarked;
