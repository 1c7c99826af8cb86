/**
 * The published language: what the services tell each other.
 *
 * <p>An {@link io.beforehand.events.Event} is a fact about one request, told by the one {@link io.beforehand.events.Owner}
 * who may tell it. A {@link io.beforehand.events.StreamEvent} is that fact at its place in its owner's stream. {@link
 * io.beforehand.events.EventCodec} writes both as a Kafka record (CloudEvents, binary mode) and reads them back.
 *
 * <p>Changes are additive only: a new optional field, a new event. Anything else is a new version beside the old one.
 * The golden files under {@code src/test/resources/golden} are what consumers rely on; they are added to, never edited.
 */
@NullMarked
package io.beforehand.events;

import org.jspecify.annotations.NullMarked;
