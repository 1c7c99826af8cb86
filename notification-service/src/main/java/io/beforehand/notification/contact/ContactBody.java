package io.beforehand.notification.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact as operators write it.
 *
 * @param locale the language of its pages, BCP 47; English when left out
 */
public record ContactBody(
        @Nullable String name,
        @Nullable String locale,
        @Nullable List<Method> methods) {

    /**
     * A way to reach the contact.
     *
     * @param type {@code webhook} or {@code email}
     * @param address the URL, or the mail address
     * @param secret signs webhooks. Left out: stays as it is for the same address; empty: none
     */
    public record Method(
            @Nullable String type,
            @Nullable String address,
            @Nullable String secret) {

        @Override
        public String toString() {
            return "Method[type=" + type + "]";
        }
    }
}
