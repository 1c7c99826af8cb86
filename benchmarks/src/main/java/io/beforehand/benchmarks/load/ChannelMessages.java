package io.beforehand.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;

/** What a channel's own webhook posts: each message is of another conversation. */
public interface ChannelMessages {

    /** @param conversation by which intake knows it, and names it to the customer's webhook */
    record Message(String conversation, Map<String, String> headers, Buffer body) {}

    /** The kind of account that takes them, as in {@code /v1/channels/{kind}/{account}}. */
    String kind();

    /** What its requests count as. */
    String channel();

    String account();

    /** @param number of the message in this run */
    Message message(long number, Instant now);
}
