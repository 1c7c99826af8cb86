/** The local stack for the tests of a Quarkus service: one broker and one database server per test JVM. */
@NullMarked
package io.beforehand.localstack.testing;

import org.jspecify.annotations.NullMarked;
