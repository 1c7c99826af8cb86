package io.beforehand.intake.request;

import io.beforehand.intake.request.core.Changes;
import io.beforehand.intake.request.core.MailMessage;
import io.beforehand.intake.request.core.Message;
import io.beforehand.intake.request.core.Participant;
import io.beforehand.messaging.transaction.Transaction;
import io.netty.buffer.Unpooled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Stores what mails have besides their messages: one statement each for mails, participants and attachments, if there are any. */
@ApplicationScoped
class MailWriter {

    private static final String MAILS = """
            INSERT INTO mail (request_id, message_id, account, mail_id, whole)
            SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])""";

    private static final String PARTICIPANTS = """
            INSERT INTO participant (request_id, address)
            SELECT * FROM unnest($1::uuid[], $2::text[]) AS k (request_id, address)
             ORDER BY request_id, address
                ON CONFLICT DO NOTHING""";

    private static final String ATTACHMENTS = """
            INSERT INTO attachment (request_id, message_id, n, name, media_type, content)
            SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::bytea[])""";

    Uni<Void> write(Transaction transaction, Changes changes) {
        List<Message> mails =
                changes.messages().stream().filter(m -> m.mail() != null).toList();
        return mails.isEmpty()
                ? Uni.createFrom().voidItem()
                : mails(transaction, mails)
                        .chain(() -> participants(transaction, List.copyOf(changes.participants())))
                        .chain(() -> attachments(transaction, mails));
    }

    private static Uni<Void> mails(Transaction transaction, List<Message> mails) {
        Columns<Message> rows = Columns.of(mails);
        return RowWriter.write(
                transaction,
                MAILS,
                Arrays.asList(
                        rows.ids(Message::requestId),
                        rows.ids(Message::id),
                        rows.texts(m -> mail(m).account()),
                        rows.texts(m -> mail(m).mailId()),
                        rows.texts(m -> mail(m).whole())));
    }

    private static Uni<Void> participants(Transaction transaction, List<Participant> participants) {
        Columns<Participant> rows = Columns.of(participants);
        return participants.isEmpty()
                ? Uni.createFrom().voidItem()
                : RowWriter.write(
                        transaction,
                        PARTICIPANTS,
                        Arrays.asList(rows.ids(Participant::requestId), rows.texts(Participant::address)));
    }

    private record Numbered(Message message, int n, MailMessage.File file) {}

    private static Uni<Void> attachments(Transaction transaction, List<Message> mails) {
        Columns<Numbered> rows =
                Columns.of(mails.stream().flatMap(MailWriter::numbered).toList());
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : RowWriter.write(
                        transaction,
                        ATTACHMENTS,
                        Arrays.asList(
                                rows.ids(a -> a.message().requestId()),
                                rows.ids(a -> a.message().id()),
                                rows.column(Numbered::n, Integer[]::new),
                                rows.texts(a -> a.file().name()),
                                rows.texts(a -> a.file().mediaType()),
                                rows.column(
                                        a -> Buffer.buffer(
                                                Unpooled.wrappedBuffer(a.file().content())),
                                        Buffer[]::new)));
    }

    private static Stream<Numbered> numbered(Message message) {
        List<MailMessage.File> files = mail(message).files();
        return IntStream.range(0, files.size()).mapToObj(i -> new Numbered(message, i + 1, files.get(i)));
    }

    private static MailMessage mail(Message message) {
        return Objects.requireNonNull(message.mail());
    }
}
