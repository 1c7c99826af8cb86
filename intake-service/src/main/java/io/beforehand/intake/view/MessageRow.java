package io.beforehand.intake.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Something said in a request. Its id alone is unique too, being random. */
@Entity
@Immutable
@Table(name = "message")
class MessageRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "request_id")
    UUID requestId = new UUID(0, 0);

    String direction = "";

    @Column(name = "author_kind")
    String authorKind = "";

    @Column(name = "author_id")
    @Nullable
    String authorId;

    @Column(name = "author_name")
    @Nullable
    String authorName;

    @Nullable
    String text;

    @Nullable
    String attachments;

    @Column(name = "occurred_at")
    Instant occurredAt = Instant.EPOCH;

    @Column(name = "occurred_at_source")
    @Nullable
    Instant occurredAtSource;

    @Column(name = "received_at")
    Instant receivedAt = Instant.EPOCH;

    @Nullable
    String delivery;

    @Column(name = "delivery_reason")
    @Nullable
    String deliveryReason;

    @Column(name = "native_id")
    @Nullable
    String nativeId;

    @Column(name = "delivery_id")
    @Nullable
    String deliveryId;

    @Column(name = "text_origin")
    @Nullable
    String textOrigin;

    @Column(name = "auth_strength")
    @Nullable
    String authStrength;

    @Column(name = "in_reply_to")
    @Nullable
    String inReplyTo;

    @Column(name = "reply_until")
    @Nullable
    Instant replyUntil;

    @Column(name = "amended_at")
    @Nullable
    Instant amendedAt;

    @Column(name = "retracted_at")
    @Nullable
    Instant retractedAt;
}
