package io.beforehand.events;

/**
 * Who wrote a message, as the channel account knows him that took it.
 *
 * @param account that he wrote to; in a request that others were merged into it may be another than the request's
 * @param address where he is reached on that account; of a mail that which it is from, wherever its answers are to go
 * @param requester whether he is the customer who opened the request; others may have a part in it
 */
public record Sender(Channel channel, String account, String address, boolean requester) {}
