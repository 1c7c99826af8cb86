package io.beforehand.sla.policy.book;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One version of a policy as it is stored: written once, never changed. */
@Entity
@Table(name = "policy")
@IdClass(PolicyVersion.Key.class)
class PolicyVersion {

    record Key(String id, int version) implements Serializable {}

    @Id
    String id = "";

    @Id
    int version;

    /** What {@link PolicyWriter} wrote. */
    String document = "";

    /** For Hibernate. */
    PolicyVersion() {}

    PolicyVersion(String id, int version, String document) {
        this.id = id;
        this.version = version;
        this.document = document;
    }
}
