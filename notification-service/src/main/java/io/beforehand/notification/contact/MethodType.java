package io.beforehand.notification.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways to reach a contact. */
enum MethodType {
    WEBHOOK,
    EMAIL;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MethodType> of(@Nullable String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst();
    }
}
