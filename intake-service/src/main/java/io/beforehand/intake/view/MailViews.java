package io.beforehand.intake.view;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what came with mails. One query each. */
@ApplicationScoped
class MailViews {

    private static final String WHOLE = "select m.whole from MailRow m where m.requestId = ?1 and m.messageId = ?2";

    private final Mutiny.SessionFactory sessions;

    MailViews(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** @param n counts the mail's attachments from 1 */
    Uni<Optional<AttachmentRow>> attachment(UUID requestId, UUID messageId, int n) {
        return sessions.withSession(
                        session -> session.find(AttachmentRow.class, new AttachmentRow.Id(requestId, messageId, n)))
                .map(Optional::ofNullable);
    }

    Uni<Optional<String>> whole(UUID requestId, UUID messageId) {
        return sessions.withSession(session -> session.createQuery(WHOLE, String.class)
                        .setParameter(1, requestId)
                        .setParameter(2, messageId)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }
}
