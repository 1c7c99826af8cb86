package io.beforehand.routing.roster;

import io.beforehand.events.Channel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Numbers by channel as an array in the database, in the order in which the channels are declared. */
public final class ByChannel {

    private ByChannel() {}

    /** As an array literal, which also fits into an array of arrays. */
    public static String literal(ToLongFunction<Channel> number) {
        return Arrays.stream(Channel.values())
                .map(channel -> Long.toString(number.applyAsLong(channel)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static Map<Channel, Integer> read(Integer[] numbers) {
        EnumMap<Channel, Integer> byChannel = new EnumMap<>(Channel.class);
        for (int i = 0; i < numbers.length; i++) {
            byChannel.put(Channel.values()[i], numbers[i]);
        }
        return byChannel;
    }
}
