package io.beforehand.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** The wall clock, for signatures only: what is decided is decided by the database's. */
@ApplicationScoped
class Clocks {

    @Produces
    @ApplicationScoped
    InstantSource wallClock() {
        return InstantSource.system();
    }
}
