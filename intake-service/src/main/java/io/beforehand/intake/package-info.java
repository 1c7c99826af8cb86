/**
 * intake: takes what channels report and makes requests of it.
 *
 * <p>{@link io.beforehand.intake.ingest} is the door for events, {@link io.beforehand.intake.mailbox} the one for mails, which
 * {@link io.beforehand.intake.mail} reads; {@link io.beforehand.intake.channel} is the door for channels that call
 * webhooks of their own, each spoken with by an {@link io.beforehand.intake.adapter}. {@link io.beforehand.intake.account} knows who may
 * send, and how much; {@link io.beforehand.intake.webhook.core} checks that they did; {@link io.beforehand.intake.body} reads what they
 * send. {@link io.beforehand.intake.classification} says what a request is about. {@link io.beforehand.intake.request} decides and stores what
 * becomes of them; {@link io.beforehand.intake.view} shows it. {@link io.beforehand.intake.customer} makes one person of
 * several customers, {@link io.beforehand.intake.erasure} forgets one. {@link io.beforehand.intake.listening} hears the other services: what
 * became of replies ({@link io.beforehand.intake.delivery}), where callers wait ({@link io.beforehand.intake.waiting}). {@link
 * io.beforehand.intake.retention} removes what is old.
 *
 * <p>Accepted means committed: an answer in the 200s is given after the commit and never waits for Kafka.
 */
@NullMarked
package io.beforehand.intake;

import org.jspecify.annotations.NullMarked;
