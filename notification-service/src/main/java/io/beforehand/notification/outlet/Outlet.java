package io.beforehand.notification.outlet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How customers of a channel account are reached. */
@Entity(name = "Outlet")
@IdClass(Outlet.Key.class)
class Outlet {

    record Key(String channel, String account) implements Serializable {}

    @Id
    String channel = "";

    @Id
    String account = "";

    String type = "";

    String url = "";

    @Nullable
    String secret;

    @Nullable
    String sender;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;
}
