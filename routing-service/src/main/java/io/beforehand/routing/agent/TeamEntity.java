package io.beforehand.routing.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A team as it is read. Who is in it says each agent's profile. */
@Entity
@Immutable
@Table(name = "team")
class TeamEntity {

    @Id
    String id = "";

    String name = "";
}
