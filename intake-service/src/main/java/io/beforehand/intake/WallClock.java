package io.beforehand.intake;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** This machine's time, for what must be judged before the database is asked: whether a signature is fresh. */
class WallClock {

    @Produces
    @Singleton
    InstantSource instants() {
        return InstantSource.system();
    }
}
