/**
 * {@code ./beforehand bench pipeline}: how many requests a second go the whole way, from a channel's call to the acknowledgement at the
 * customer's, and what they cost.
 *
 * <p>What enters: rates and lengths. What leaves: a table for people, the same as JSON, and an exit code that is 1 when a request was
 * lost. docs/performance.md says how to read it.
 */
@NullMarked
package io.beforehand.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
