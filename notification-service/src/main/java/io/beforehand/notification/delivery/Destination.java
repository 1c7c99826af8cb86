package io.beforehand.notification.delivery;

import io.beforehand.events.Channel;

/** Where a delivery goes. Deliveries to one destination share its places and keep no other destination waiting. */
public sealed interface Destination {

    /** The name in the table: {@code outlet/chat/default} or {@code contact/0/default}. */
    String key();

    /** A channel account's way to its customers. */
    record Outlet(Channel channel, String account) implements Destination {

        @Override
        public String key() {
            return "outlet/" + channel.wireName() + "/" + account;
        }
    }

    /** @param method which of the contact's methods, from 0 */
    record ContactMethod(String contact, int method) implements Destination {

        @Override
        public String key() {
            return "contact/" + method + "/" + contact;
        }
    }

    /** Reads a {@link #key}. */
    static Destination parse(String key) {
        String[] parts = key.split("/", 3);
        return switch (parts[0]) {
            case "outlet" -> new Outlet(Channel.of(parts[1]), parts[2]);
            case "contact" -> new ContactMethod(parts[2], Integer.parseInt(parts[1]));
            default -> throw new IllegalArgumentException("no destination: " + parts[0]);
        };
    }
}
