package io.beforehand.sla.book;

import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;

/** One version of a document as it is stored: written once, never changed. */
@MappedSuperclass
@IdClass(DocumentVersion.Key.class)
public abstract class DocumentVersion {

    /** What identifies it. */
    public record Key(String id, int version) implements Serializable {}

    @Id
    protected String id = "";

    @Id
    protected int version;

    protected String document = "";

    /** For Hibernate. */
    protected DocumentVersion() {}

    protected DocumentVersion(String id, int version, String document) {
        this.id = id;
        this.version = version;
        this.document = document;
    }

    public String id() {
        return id;
    }

    /** Counts from 1. */
    public int version() {
        return version;
    }

    /** As it was written. */
    public String document() {
        return document;
    }
}
