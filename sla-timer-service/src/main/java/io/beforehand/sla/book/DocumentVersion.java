package io.beforehand.sla.book;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.io.Serializable;

/** One version of a document as it is stored: written once, and never changed but for being taken out of use. */
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

    protected boolean retired;

    @Column(name = "from_file")
    protected boolean fromFile;

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

    /** Whether the document is out of use; only its latest version can say so. */
    public boolean retired() {
        return retired;
    }

    void retire() {
        retired = true;
    }

    /** Whether it came with the promise file. */
    public boolean fromFile() {
        return fromFile;
    }

    void comesWithFile() {
        fromFile = true;
    }

    /** As it was written. */
    public String document() {
        return document;
    }
}
