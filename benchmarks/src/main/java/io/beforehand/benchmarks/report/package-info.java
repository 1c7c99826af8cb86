/** How a benchmark tells people what came out: columns of text, and what was wanted beside what was measured. */
@NullMarked
package io.beforehand.benchmarks.report;

import org.jspecify.annotations.NullMarked;
