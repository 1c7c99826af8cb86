/**
 * Whether what is stored is what the history says.
 *
 * <p>A replay folds the history of one request, of those that opened in some time, or of all anew, and reports each {@link
 * io.beforehand.sla.clock.Drift}: a clock that stands elsewhere than it should, an alarm that was lost. It changes nothing.
 */
@NullMarked
package io.beforehand.sla.replay;

import org.jspecify.annotations.NullMarked;
