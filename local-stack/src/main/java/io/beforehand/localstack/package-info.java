/**
 * A real Kafka broker and a real PostgreSQL from Maven artifacts, each a process of its own that can be killed and
 * started again on its data, without Docker.
 *
 * <p>What enters: folders and ports. What leaves: addresses. {@code ./beforehand up}, the tests of every service and
 * the end-to-end stories stand on the same classes; nothing here is part of a deployment.
 */
@NullMarked
package io.beforehand.localstack;

import org.jspecify.annotations.NullMarked;
