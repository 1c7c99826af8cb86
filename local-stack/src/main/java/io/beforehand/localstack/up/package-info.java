/**
 * {@code ./beforehand up}: everything on this machine, watched and started again, until Ctrl-C.
 *
 * <p>What enters: the arguments and the environment. What leaves: lines for the person at the terminal.
 */
@NullMarked
package io.beforehand.localstack.up;

import org.jspecify.annotations.NullMarked;
