package io.beforehand.intake.erasure;

/**
 * What is erased in one table when a customer is forgotten. A bean of this type is followed; whoever adds a table that keeps what
 * customers said makes one for it.
 *
 * @param table what the answer calls it
 * @param statement erases all that belongs to the requests {@code $1}, a {@code uuid[]}; what is counted has to stay
 */
public record Erasure(String table, String statement) {}
