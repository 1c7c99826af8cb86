package io.beforehand.sla.job;

/** Where a job says how far it has come. Seen by others within a second. */
public interface Progress {

    /** So many requests are to be looked at. */
    void total(long requests);

    /** So many more were looked at. */
    void done(long requests);
}
