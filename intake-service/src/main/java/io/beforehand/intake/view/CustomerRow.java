package io.beforehand.intake.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A customer as one channel account knows him. */
@Entity
@Immutable
@Table(name = "customer")
class CustomerRow {

    @Id
    UUID id = new UUID(0, 0);

    String channel = "";
    String account = "";
    String kind = "";

    @Column(name = "native_id")
    String nativeId = "";

    @Nullable
    String name;

    @Nullable
    String tier;

    @Nullable
    String locale;

    @Nullable
    String address;

    @Column(name = "time_zone")
    @Nullable
    String timeZone;

    @Column(name = "merged_into")
    @Nullable
    UUID mergedInto;

    @Column(name = "person_id")
    UUID personId = new UUID(0, 0);

    @Column(name = "forgotten_at")
    @Nullable
    Instant forgottenAt;
}
