package io.beforehand.routing.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The one row that holds all rules. */
@Entity
@Table(name = "routing_rules")
class RulesEntity {

    static final short THE_ONE = 1;

    @Id
    short id;

    @Version
    long version;

    @JdbcTypeCode(SqlTypes.JSON)
    RulesDocument document = new RulesDocument(List.of());
}
