package io.beforehand.intake.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.intake.request.core.ChannelMessage;
import io.beforehand.intake.request.core.Message;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores what was said: one statement if anything was. */
@ApplicationScoped
class MessageWriter {

    private static final String MESSAGES = """
            INSERT INTO message (request_id, id, direction, author_kind, author_id, author_name, text, attachments,
                                 occurred_at, received_at, delivery, kind, native_id, text_origin, auth_strength,
                                 in_reply_to, reply_until, delivery_id, occurred_at_source)
            SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                                 $9::timestamptz[], $10::timestamptz[], $11::text[], $12::text[], $13::text[], $14::text[],
                                 $15::text[], $16::text[], $17::timestamptz[], $18::text[], $19::timestamptz[])""";

    private final ObjectMapper json;

    MessageWriter(ObjectMapper json) {
        this.json = json;
    }

    Uni<Void> write(Transaction transaction, List<Message> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<Message> rows = Columns.of(messages);
        List<Object> columns = Arrays.asList(
                rows.ids(Message::requestId),
                rows.ids(Message::id),
                rows.texts(m -> m.direction().wireName()),
                rows.texts(m -> m.author().kind().wireName()),
                rows.texts(m -> m.author().id()),
                rows.texts(m -> m.author().name()),
                rows.texts(Message::text),
                rows.texts(this::attachments),
                rows.times(Message::occurredAt),
                rows.times(Message::receivedAt),
                rows.texts(m -> m.deliver() ? "pending" : null),
                rows.texts(m -> of(m, ChannelMessage::kind)),
                rows.texts(m -> of(m, ChannelMessage::nativeId)),
                rows.texts(m -> of(m, ChannelMessage::textOrigin)),
                rows.texts(m -> of(m, ChannelMessage::authStrength)),
                rows.texts(m -> of(m, ChannelMessage::inReplyTo)),
                rows.timesIfAny(MessageWriter::replyUntil),
                rows.texts(MessageWriter::deliveryId),
                rows.timesIfAny(Message::occurredAtSource));
        return transaction
                .sql()
                .preparedQuery(MESSAGES)
                .execute(Tuple.from(columns))
                .replaceWithVoid();
    }

    private @Nullable String attachments(Message message) {
        if (message.attachments().isEmpty()) {
            return null;
        }
        try {
            return json.writeValueAsString(message.attachments());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String of(Message message, Function<ChannelMessage, @Nullable String> column) {
        return message.channel() == null ? null : column.apply(message.channel());
    }

    private static @Nullable String deliveryId(Message message) {
        return message.mail() == null
                ? of(message, ChannelMessage::deliveryId)
                : message.mail().deliveryId();
    }

    private static @Nullable Instant replyUntil(Message message) {
        return message.channel() == null ? null : message.channel().replyUntil();
    }
}
