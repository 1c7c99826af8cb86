package io.beforehand.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.benchmarks.load.Poster.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Posts events to intake. Requests go by their ids. */
public final class IntakeClient implements Sender, Desk {

    /** Longer than intake lets anybody wait. */
    public static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Poster poster;
    private final String source;
    private final String token;
    private final AtomicLong sent = new AtomicLong();

    /** @param source of all events of this run: another run's are other events */
    public IntakeClient(Vertx vertx, int port, String source, String token) {
        this.poster = new Poster(vertx, port, TIMEOUT);
        this.source = source;
        this.token = token;
    }

    /** One message that opens a request. */
    @Override
    public Future<Answer> send() {
        Buffer message = Events.message(source, sent.getAndIncrement());
        return post("application/cloudevents+json", message)
                .map(IntakeClient::answer)
                .otherwise(Poster::unanswered);
    }

    @Override
    public Future<Void> resolve(List<String> requestIds) {
        return postBatch(Events.resolved(source, requestIds));
    }

    /** A channel's messages, each beginning a conversation by which its request goes. */
    public ChannelClient channel(ChannelMessages messages) {
        return new ChannelClient(
                poster,
                messages,
                conversations ->
                        postBatch(Events.resolved(source, messages.channel(), messages.account(), conversations)));
    }

    private Future<Void> postBatch(Buffer batch) {
        return post("application/cloudevents-batch+json", batch).map(reply -> {
            if (reply.status() != 202) {
                throw new IllegalStateException("a batch was answered with " + reply.cause());
            }
            return null;
        });
    }

    private Future<Reply> post(String mediaType, Buffer body) {
        return poster.post("/v1/events", Map.of("Authorization", "Bearer " + token, "Content-Type", mediaType), body);
    }

    private static Answer answer(Reply reply) {
        if (reply.status() == 202) {
            JsonNode accepted = reply.json().path("accepted").path(0);
            return new Answer.Accepted(accepted.path("requestId").asText());
        }
        return reply.failed();
    }
}
