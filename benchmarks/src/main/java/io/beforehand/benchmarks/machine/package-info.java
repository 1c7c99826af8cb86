/**
 * What the machine is, and what the processes of a run took of it, read from Linux's {@code /proc}. On other systems these figures
 * are missing and everything else is there.
 */
@NullMarked
package io.beforehand.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
