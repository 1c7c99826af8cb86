package io.beforehand.notification.contact;

import java.time.Instant;
import java.util.List;

/** A contact as operators see it: never a secret. */
public record ContactView(String id, String name, String locale, List<Method> methods, Instant changedAt) {

    /** @param signed whether there is a secret */
    public record Method(String type, String address, boolean signed) {}

    public ContactView {
        methods = List.copyOf(methods);
    }

    static ContactView of(Contact contact) {
        return new ContactView(
                contact.id,
                contact.name,
                contact.language,
                contact.methods.stream()
                        .map(method -> new Method(method.type, method.address, method.secret != null))
                        .toList(),
                contact.changedAt);
    }
}
