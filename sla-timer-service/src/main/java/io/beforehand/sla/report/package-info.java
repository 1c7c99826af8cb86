/**
 * How promises were kept: what is counted, and the reports made of it.
 *
 * <p>Each clock that comes to a {@link io.beforehand.sla.report.Verdict} is a row of the table {@code verdict}, written in the
 * transaction that brought the verdict about ({@link io.beforehand.sla.report.VerdictRows}) and kept longer than the request. A
 * report ({@link io.beforehand.sla.report.AttainmentReader}) is one question to that table, grouped by any {@link
 * io.beforehand.sla.report.Dimension}s.
 */
@NullMarked
package io.beforehand.sla.report;

import org.jspecify.annotations.NullMarked;
