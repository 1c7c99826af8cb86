package io.beforehand.intake.adapter.meta;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** Who is behind a number: the element of {@code contacts} that goes with a message. */
final class WhatsAppContact {

    private WhatsAppContact() {}

    /** The contact of that id; the only one if there is just one, since its number may be written in another way. */
    static JsonNode of(JsonNode contacts, @Nullable String customer) {
        for (JsonNode contact : contacts) {
            if (customer != null
                    && (customer.equals(text(contact.path("wa_id")))
                            || customer.equals(text(contact.path("user_id"))))) {
                return contact;
            }
        }
        return contacts.size() == 1 ? contacts.path(0) : MissingNode.getInstance();
    }

    static @Nullable String id(JsonNode contact) {
        return first(text(contact.path("wa_id")), text(contact.path("user_id")));
    }

    static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
