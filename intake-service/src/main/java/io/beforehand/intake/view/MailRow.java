package io.beforehand.intake.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What a message has because it is a mail. */
@Entity
@Immutable
@Table(name = "mail")
class MailRow {

    @Id
    @Column(name = "message_id")
    UUID messageId = Ids.NOBODY;

    @Column(name = "request_id")
    UUID requestId = Ids.NOBODY;

    String whole = "";
}
