package io.beforehand.intake.request.core;

import io.beforehand.events.Channel;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer as one channel account knows him; the same person on another channel is another one until they are merged.
 *
 * @param kind whose ids these are, such as {@code telegram}: others of the same channel may give the same id to somebody else. Empty
 *     where an id names the same customer whoever tells it
 */
public record CustomerKey(Channel channel, String account, String kind, String id) {

    /** Where customers are known by their numbers and addresses, whichever kind tells them. */
    public static final Set<Channel> SAME_FOR_ALL =
            Collections.unmodifiableSet(EnumSet.of(Channel.VOICE, Channel.SMS, Channel.EMAIL));

    /** One of whom no channel's own webhook told. */
    public CustomerKey(Channel channel, String account, String id) {
        this(channel, account, "", id);
    }

    /** @param kind of the account by whose webhook he is known; missing if by none */
    public static CustomerKey of(Channel channel, String account, @Nullable String kind, String id) {
        return new CustomerKey(channel, account, kind == null || SAME_FOR_ALL.contains(channel) ? "" : kind, id);
    }
}
