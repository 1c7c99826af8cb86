package io.beforehand.notification.delivery;

import io.beforehand.notification.contact.Contacts;
import io.beforehand.notification.outlet.Outlets;
import io.beforehand.notification.target.Target;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds where a destination is now: what an operator mends counts for the next attempt. */
@ApplicationScoped
class Targets {

    private final Outlets outlets;
    private final Contacts contacts;

    Targets(Outlets outlets, Contacts contacts) {
        this.outlets = outlets;
        this.contacts = contacts;
    }

    /** @param address the recipient's on the channel, where that is not set beside the destination itself */
    Uni<Optional<Target>> find(Destination destination, String address) {
        return switch (destination) {
            case Destination.Outlet(var channel, String account) -> outlets.find(channel, account, address);
            case Destination.ContactMethod(String contact, int method) -> contacts.find(contact, method);
        };
    }

    /** Why there is nowhere to send it. */
    static String missing(Destination destination) {
        return switch (destination) {
            case Destination.Outlet _ -> "no-outlet";
            case Destination.ContactMethod _ -> "no-method";
        };
    }
}
