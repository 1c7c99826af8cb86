package io.beforehand.sla.calendar.book;

import io.beforehand.sla.book.DocumentVersion;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One version of a calendar as {@link CalendarWriter} wrote it. */
@Entity
@Table(name = "calendar")
class CalendarVersion extends DocumentVersion {

    /** For Hibernate. */
    CalendarVersion() {}

    CalendarVersion(String id, int version, String document) {
        super(id, version, document);
    }
}
