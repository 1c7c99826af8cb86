package io.beforehand.routing.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a profile is shown with: presence and load, which others write. */
@Entity
@Immutable
@Table(name = "agent_load")
class AgentLoadEntity {

    @Id
    @Column(name = "agent_id")
    String agentId = "";

    String presence = "";

    @Nullable
    @Column(name = "presence_until")
    Instant presenceUntil;

    long used;

    long whole;
}
