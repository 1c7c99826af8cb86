package io.beforehand.events;

import org.jspecify.annotations.Nullable;

/**
 * The customer as the channel names him.
 *
 * @param id the channel's own identity of the customer, opaque
 * @param tier the organisation's word for what the customer is entitled to, such as {@code vip}
 * @param locale BCP 47, such as {@code zh-CN}
 * @param address where an answer reaches the customer on that channel; the id where it is missing
 * @param timeZone where his clocks are, by its name in the tz database such as {@code Asia/Shanghai}
 */
public record Customer(
        String id,
        @Nullable String name,
        @Nullable String tier,
        @Nullable String locale,
        @Nullable String address,
        @Nullable String timeZone) {

    /** One whose time zone is not known. */
    public Customer(
            String id,
            @Nullable String name,
            @Nullable String tier,
            @Nullable String locale,
            @Nullable String address) {
        this(id, name, tier, locale, address, null);
    }
}
