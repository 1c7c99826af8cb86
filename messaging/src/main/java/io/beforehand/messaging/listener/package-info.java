/** The one listener: batches out of Kafka, one transaction each, failures told apart. */
@NullMarked
package io.beforehand.messaging.listener;

import org.jspecify.annotations.NullMarked;
