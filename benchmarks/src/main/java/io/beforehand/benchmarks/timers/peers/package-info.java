/**
 * Timers of others on the same PostgreSQL, each as it is shipped and as its documentation tunes it. All have the same handler, the
 * same number of connections, and rows that they stored themselves or that are copies of one that they did.
 */
@NullMarked
package io.beforehand.benchmarks.timers.peers;

import org.jspecify.annotations.NullMarked;
