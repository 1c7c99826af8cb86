package io.beforehand.benchmarks.load;

import io.beforehand.benchmarks.load.ChannelMessages.Message;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Posts as a channel does, to its native webhook. Channels are not told of requests, so these go by their conversations. */
public final class ChannelClient implements Sender, Desk {
    private final Poster poster;
    private final ChannelMessages messages;
    private final Desk desk;
    private final String uri;
    private final AtomicLong sent = new AtomicLong();

    ChannelClient(Poster poster, ChannelMessages messages, Desk desk) {
        this.poster = poster;
        this.messages = messages;
        this.desk = desk;
        this.uri = "/v1/channels/" + messages.kind() + "/" + messages.account();
    }

    @Override
    public Future<Answer> send() {
        Message message = messages.message(sent.getAndIncrement(), Instant.now());
        return poster.post(uri, message.headers(), message.body())
                .map(reply -> reply.status() < 300 ? new Answer.Accepted(message.conversation()) : reply.failed())
                .otherwise(Poster::unanswered);
    }

    @Override
    public Future<Void> resolve(List<String> conversations) {
        return desk.resolve(conversations);
    }
}
