package io.beforehand.notification.contact;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody on call. */
@Entity(name = "Contact")
class Contact {

    @Id
    String id = "";

    String name = "";

    String language = "";

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "contact_method", joinColumns = @JoinColumn(name = "contact_id"))
    @OrderColumn(name = "position")
    List<Method> methods = new ArrayList<>();

    /** A way to reach the contact. */
    @Embeddable
    static class Method {

        String type = "";

        String address = "";

        @Nullable
        String secret;

        static Method of(String type, String address, @Nullable String secret) {
            Method method = new Method();
            method.type = type;
            method.address = address;
            method.secret = secret;
            return method;
        }
    }
}
