/**
 * Requests: takes {@link io.beforehand.intake.request.core.Call}s, commits them in groups, answers after the commit.
 *
 * <p>{@link io.beforehand.intake.request.RequestBook} is the way in for whoever has something to record. {@link
 * io.beforehand.intake.request.BatchLoader} locks and reads what a batch touches, the core decides, {@link
 * io.beforehand.intake.request.BatchWriter} stores; a handful of statements each, however many calls.
 *
 * <p><b>Two replicas and one conversation.</b> The conversation's row is the lock: whoever writes into a conversation holds it
 * from before the first look to the commit, and one that does not exist yet is inserted first, which makes a second inserter
 * wait. The id of an event is not locked but unique; two that come in at the same moment for different conversations collide
 * at the insert, and the later one is decided again and sees the first. Locks are taken in the order conversations, requests,
 * customers, each by key.
 */
@NullMarked
package io.beforehand.intake.request;

import org.jspecify.annotations.NullMarked;
