package io.beforehand.sla.policy.book;

import io.beforehand.sla.book.DocumentVersion;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One version of a policy as {@link PolicyWriter} wrote it. */
@Entity
@Table(name = "policy")
class PolicyVersion extends DocumentVersion {

    /** For Hibernate. */
    PolicyVersion() {}

    PolicyVersion(String id, int version, String document) {
        super(id, version, document);
    }
}
