package io.beforehand.intake.view;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A file that came with a mail. */
@Entity
@Immutable
@Table(name = "attachment")
class AttachmentRow {

    @Embeddable
    record Id(
            @Column(name = "request_id") UUID requestId,
            @Column(name = "message_id") UUID messageId,
            int n) {}

    @EmbeddedId
    Id id = new Id(Ids.NOBODY, Ids.NOBODY, 0);

    @Nullable
    String name;

    @Column(name = "media_type")
    String mediaType = "";

    byte[] content = {};
}
