package io.beforehand.routing.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A profile as it is read. Written by an upsert, so that two first saves at the same time are no conflict. */
@Entity
@Immutable
@Table(name = "agent")
class AgentEntity {

    @Id
    String id = "";

    String name = "";

    String team = "";

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Integer> skills = Map.of();

    String[] languages = {};

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Integer> capacity = Map.of();

    @Nullable
    String calendar;
}
