package io.beforehand.notification.loop;

import io.beforehand.messaging.transaction.FailureClass;
import io.beforehand.messaging.transaction.Failures;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread that works when woken, and at the latest when the work itself said so. Wake-ups that come together count once.
 * Whatever the work throws, it is tried again, after a pause that grows to two seconds.
 */
public final class Loop {

    /** A turn of work. */
    @FunctionalInterface
    public interface Work {

        /** @return how long to rest at the most before the next turn; zero for none */
        Duration turn();
    }

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Semaphore woken = new Semaphore(0);
    private final Work work;
    private final Thread thread;
    private volatile boolean stopping;

    public Loop(String name, Work work) {
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /** Lets the turn under way end, and no other begin. */
    public void stop() {
        stopping = true;
        wake();
        if (Thread.currentThread() != thread) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!stopping) {
            Duration rest;
            try {
                rest = work.turn();
                pause = FIRST_PAUSE;
            } catch (RuntimeException e) {
                complain(e);
                rest = pause;
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            }
            try {
                if (woken.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void complain(RuntimeException failure) {
        if (FailureClass.of(failure) == FailureClass.BUG) {
            LOG.errorf("Loop starts over loop=%s failure=%s", thread.getName(), Failures.trace(failure));
        } else {
            LOG.warnf("Loop starts over loop=%s failure=%s", thread.getName(), Failures.describe(failure));
        }
    }
}
