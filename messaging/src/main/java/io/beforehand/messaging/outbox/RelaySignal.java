package io.beforehand.messaging.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells the relay that there is something to do. Signals that come together count once. */
@ApplicationScoped
public class RelaySignal {

    private final Semaphore pending = new Semaphore(0);
    private final AtomicBoolean stored = new AtomicBoolean();

    /** Events were stored. */
    public void wake() {
        stored.set(true);
        nudge();
    }

    /** Something that the relay waits for has come. */
    public void nudge() {
        if (pending.availablePermits() == 0) {
            pending.release();
        }
    }

    /** Waits for a signal, at most so long. */
    public void await(Duration atMost) throws InterruptedException {
        if (pending.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            pending.drainPermits();
        }
    }

    /** Whether events were stored since this was asked before. */
    public boolean takeStored() {
        return stored.getAndSet(false);
    }
}
