package io.beforehand.intake.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A request. */
@Entity
@Immutable
@Table(name = "request")
class RequestRow {

    @Id
    UUID id = new UUID(0, 0);

    String number = "";
    String status = "";
    String priority = "";

    @Column(name = "priority_reason")
    String priorityReason = "";

    @Column(name = "category_reason")
    @Nullable
    String categoryReason;

    @Nullable
    String mood;

    @Nullable
    String language;

    @Nullable
    String tier;

    @Nullable
    String category;

    @Nullable
    String team;

    String channel = "";
    String account = "";
    String conversation = "";

    @Nullable
    String subject;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    CustomerRow customer = new CustomerRow();

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    @Column(name = "received_at")
    Instant receivedAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    @Column(name = "linked_to")
    @Nullable
    UUID linkedTo;

    @Column(name = "merged_into")
    @Nullable
    UUID mergedInto;

    @Column(name = "merged_by")
    @Nullable
    String mergedBy;
}
