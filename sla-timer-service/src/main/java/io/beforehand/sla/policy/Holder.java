package io.beforehand.sla.policy;

import io.beforehand.events.Party;

/** Whose time a goal counts: its clock runs only while its holder has the request. */
public sealed interface Holder {

    /** Of a promise of all of us: whoever has the request, its clock runs. */
    Holder ANYBODY = new Anybody();

    record Anybody() implements Holder {}

    /**
     * A team, which has the request while it is assigned to it.
     *
     * @param name as routing has it; not empty
     */
    record Team(String name) implements Holder {

        public Team {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("must be the name of a team");
            }
        }
    }

    /**
     * Somebody outside, who has the request while it waits for him.
     *
     * @param party the customer or the supplier; we ourselves have teams
     */
    record Awaited(Party party) implements Holder {

        public Awaited {
            if (party == Party.US) {
                throw new IllegalArgumentException("must be customer or supplier");
            }
        }
    }
}
