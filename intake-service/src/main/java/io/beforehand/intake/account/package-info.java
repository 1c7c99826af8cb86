/**
 * Channel accounts: who may send, with which secrets, how much, and what is assumed where they do not say. What an account has to
 * hold is for the adapter of its kind to say.
 *
 * <p>Edited by operators, so through Hibernate Reactive; accounts in the configuration stand behind those in the table. An
 * account of kind {@code cloudevents} is the {@code source} of events, one of kind {@code email} a mailbox.
 */
@NullMarked
package io.beforehand.intake.account;

import org.jspecify.annotations.NullMarked;
