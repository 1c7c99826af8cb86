package io.beforehand.sla.policy;

/**
 * One version of a policy, which never changes.
 *
 * @param version counts from 1; 0 only for {@link Policy#NONE}
 */
public record PolicyRef(String id, int version) {}
