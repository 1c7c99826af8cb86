/**
 * intake: takes what channels report and makes requests of it.
 *
 * <p>{@link io.beforehand.intake.ingest} is the door for events, {@link io.beforehand.intake.mailbox} the one for mails, which
 * {@link io.beforehand.intake.mail} reads; {@link io.beforehand.intake.account} knows who may send them,
 * {@link io.beforehand.intake.webhook.core} checks that they did. {@link io.beforehand.intake.request} decides and stores what
 * becomes of them; {@link io.beforehand.intake.view} shows it. {@link io.beforehand.intake.delivery} hears what became of
 * replies, {@link io.beforehand.intake.retention} forgets what is old.
 *
 * <p>Accepted means committed: an answer in the 200s is given after the commit and never waits for Kafka.
 */
@NullMarked
package io.beforehand.intake;

import org.jspecify.annotations.NullMarked;
