/** Who may do what: the operator by a bearer token, everybody else only where an endpoint says so. */
@NullMarked
package io.beforehand.http.security;

import org.jspecify.annotations.NullMarked;
