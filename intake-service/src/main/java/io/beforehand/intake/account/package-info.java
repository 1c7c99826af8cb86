/**
 * Channel accounts: who may send events, with which secrets, and what is assumed where they do not say.
 *
 * <p>Edited by operators, so through Hibernate Reactive; accounts in the configuration stand behind those in the table. The only
 * kind so far is {@code cloudevents}, its account being the events' {@code source}.
 */
@NullMarked
package io.beforehand.intake.account;

import org.jspecify.annotations.NullMarked;
