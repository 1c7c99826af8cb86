package io.beforehand.notification.optout;

import io.beforehand.events.Channel;
import java.util.Locale;

/**
 * Where a customer is reached on a channel account.
 *
 * @param address as the channel has it; of mail addresses case does not tell two apart
 */
public record CustomerAddress(Channel channel, String account, String address) {

    public CustomerAddress {
        address = channel == Channel.EMAIL ? address.toLowerCase(Locale.ROOT) : address;
    }

    /** The same address for another account of the channel. */
    CustomerAddress at(String other) {
        return new CustomerAddress(channel, other, address);
    }
}
