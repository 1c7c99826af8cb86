package io.beforehand.notification.template;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Wording that an operator put in place of the shipped one. */
@Entity(name = "Template")
class Template {

    @Id
    String id = "";

    String kind = "";

    /** A channel's name, or {@link Wording.Use#ANY_CHANNEL}. */
    String channel = "";

    String language = "";

    String text = "";

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;
}
