/**
 * Channel accounts: who may send events, with which secrets, and what is assumed where they do not say.
 *
 * <p>Edited by operators, so through Hibernate Reactive; accounts in the configuration stand behind those in the table. An
 * account of kind {@code cloudevents} is the {@code source} of events, one of kind {@code email} a mailbox.
 */
@NullMarked
package io.beforehand.intake.account;

import org.jspecify.annotations.NullMarked;
