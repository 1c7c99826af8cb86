/**
 * One request as routing sees it: what decides who fits, and where it is now, waiting, assigned or ended.
 *
 * <p>Pure. Events of the request and of its clocks go in through {@link io.beforehand.routing.request.RequestFold}; what
 * comes out is the request's next state and what routing tells of it. Who gets a waiting request is decided in {@code
 * matching}.
 */
@NullMarked
package io.beforehand.routing.request;

import org.jspecify.annotations.NullMarked;
