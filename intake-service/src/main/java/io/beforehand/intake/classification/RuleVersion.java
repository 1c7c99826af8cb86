package io.beforehand.intake.classification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** The rules as somebody put them. */
@Entity
@Immutable
@Table(name = "classification_rules")
class RuleVersion {

    @Id
    int version;

    String document = "";

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;
}
