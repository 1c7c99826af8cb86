package io.beforehand.sla.clock;

import java.time.Instant;

/** What became of a warning; each comes to one of these at most once in its clock's life. */
public sealed interface Firing {

    Instant at();

    /** @param provisional whether something that stopped the clock in time may still have been on its way */
    record Fired(Instant at, boolean provisional) implements Firing {}

    /** The deadline itself had passed before the warning could be given. */
    record Superseded(Instant at) implements Firing {}
}
