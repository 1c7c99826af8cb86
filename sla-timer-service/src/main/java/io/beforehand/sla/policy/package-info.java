/**
 * What was promised: policies, written by people, kept in versions.
 *
 * <p>A {@link io.beforehand.sla.policy.Policy} names the requests it is for and the {@link io.beforehand.sla.policy.Goal}s
 * that it promises them. The {@link io.beforehand.sla.policy.PolicyBook} holds every version there ever was and finds the
 * one that counts for a request that opens now, with the version of the calendar that it names. A clock keeps the version it started with, whatever is written later.
 *
 * <p>All of this is values; {@code policy.book} reads, checks and stores them.
 */
@NullMarked
package io.beforehand.sla.policy;

import org.jspecify.annotations.NullMarked;
