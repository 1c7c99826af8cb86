package io.beforehand.intake.account;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Array;
import org.jspecify.annotations.Nullable;

/** A channel account as it is stored. */
@Entity
@Table(name = "channel_account")
class ChannelAccount {

    @EmbeddedId
    AccountId id = new AccountId("", "");

    @Array(length = 5)
    @Column(columnDefinition = "text[]")
    String[] secrets = {};

    @Nullable
    String keys;

    boolean enabled = true;

    @Nullable
    String locale;

    @Nullable
    String team;

    @Nullable
    String tier;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;
}
