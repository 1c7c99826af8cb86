package io.beforehand.localstack.demo;

import java.time.Duration;

/** Something that a person in the demo does. */
sealed interface Act {

    /** An agent answers a customer. */
    record Answer(String requestId, Agent agent, Story story) implements Act {}

    /** The customer writes once more in his request. */
    record WriteAgain(Story story) implements Act {}

    /** An agent is done with a request. */
    record Resolve(String requestId) implements Act {}

    /** Whoever is on call says that he looks after an alert. */
    record LookAfter(String alertId) implements Act {}

    /** An act after a while. */
    record Later(Duration in, Act act) {

        static Later seconds(int seconds, Act act) {
            return new Later(Duration.ofSeconds(seconds), act);
        }
    }
}
