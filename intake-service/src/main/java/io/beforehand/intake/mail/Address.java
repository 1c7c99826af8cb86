package io.beforehand.intake.mail;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's mail address.
 *
 * @param address in lower case
 * @param name as displayed
 */
public record Address(String address, @Nullable String name) {

    /** What stands before the {@code @}. */
    String localPart() {
        return address.substring(0, address.lastIndexOf('@'));
    }
}
