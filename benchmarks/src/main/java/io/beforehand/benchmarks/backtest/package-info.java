/**
 * How long questions about the past take: {@code ./beforehand bench backtest} fills the SLA timer's database with requests that came
 * and went, tries drafts on all of them, and folds them all anew.
 *
 * <p>{@link io.beforehand.benchmarks.backtest.PastFiller} has the service itself process a hundredth of the requests, told by {@link
 * io.beforehand.benchmarks.backtest.Story}, and copies their rows to other weeks; {@link
 * io.beforehand.benchmarks.backtest.Asking} asks and watches how far the answer has come.
 */
@NullMarked
package io.beforehand.benchmarks.backtest;

import org.jspecify.annotations.NullMarked;
