/**
 * Mailboxes: mails come in over HTTP from whoever receives them for the organisation, a mail server's pipe or a provider's
 * forwarder.
 *
 * <p>{@link io.beforehand.intake.mailbox.MailResource} checks whose mailbox it is before it reads the mail, {@link
 * io.beforehand.intake.mail} reads it, {@link io.beforehand.intake.mailbox.Clues} and {@link
 * io.beforehand.intake.mailbox.ThreadStore} find the request it belongs to, and {@link
 * io.beforehand.intake.mailbox.MailSubmissions} makes of it what {@link io.beforehand.intake.request} takes. Whether the sender
 * has a part in that request is decided there, under its lock.
 */
@NullMarked
package io.beforehand.intake.mailbox;

import org.jspecify.annotations.NullMarked;
