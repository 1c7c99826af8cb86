/**
 * What every service's HTTP surface shares.
 *
 * <p>In: {@link io.beforehand.http.body} reads bodies strictly and within bounds, {@link io.beforehand.http.security} knows
 * the operator, {@link io.beforehand.http.CurrentTrace} the trace. Out: every refusal, the framework's own included, is a
 * {@link io.beforehand.http.problem.Problem} with a stable {@link io.beforehand.http.problem.ErrorCode}. Endpoints are closed
 * unless they say whom they admit.
 */
@NullMarked
package io.beforehand.http;

import org.jspecify.annotations.NullMarked;
