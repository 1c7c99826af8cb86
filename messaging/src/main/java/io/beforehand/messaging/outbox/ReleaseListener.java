package io.beforehand.messaging.outbox;

/** Hears of timed events that are in Kafka. */
public interface ReleaseListener {

    /** Called on the relay's thread; must not block. */
    void sent(Timed timed);
}
