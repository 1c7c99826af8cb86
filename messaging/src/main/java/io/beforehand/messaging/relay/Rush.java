package io.beforehand.messaging.relay;

/**
 * Whether more comes in than can be stored at once. What comes in goes before what goes out: nobody waits for it but us. A
 * service that takes things in from outside makes a bean of it.
 */
@FunctionalInterface
public interface Rush {

    boolean isOn();
}
