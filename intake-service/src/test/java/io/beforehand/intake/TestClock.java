package io.beforehand.intake;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** This machine's time, unless a test puts the service into the time of a recorded delivery. */
@Alternative
@Priority(1)
@Singleton
public class TestClock implements InstantSource {

    private volatile @Nullable Instant standing;

    public void standAt(Instant moment) {
        standing = moment;
    }

    public void goOn() {
        standing = null;
    }

    @Override
    public Instant instant() {
        Instant moment = standing;
        return moment == null ? Instant.now() : moment;
    }
}
