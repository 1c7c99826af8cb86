/**
 * How long reports take: {@code ./beforehand bench reports} fills a database with verdicts and asks the service for them as an
 * operator would.
 */
@NullMarked
package io.beforehand.benchmarks.reports;

import org.jspecify.annotations.NullMarked;
