/** Request bodies: bounded in size and depth, strict UTF-8, strict JSON, before anybody binds them to anything. */
@NullMarked
package io.beforehand.http.body;

import org.jspecify.annotations.NullMarked;
