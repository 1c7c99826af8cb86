package io.beforehand.intake.request.core;

/** Where new names come from. */
public interface Identifiers {

    /** A name for a request or a message: UUID version 7, so that later ones sort after earlier ones. */
    String next();

    /** A number for a request that people use, such as {@code R-1042}. Numbers may be left out, never given twice. */
    String nextNumber();

    /** What lets a mail be known as an answer into the request. */
    String replyToken(String requestId);
}
