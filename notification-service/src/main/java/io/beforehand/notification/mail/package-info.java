/**
 * One mail to somebody else's mailbox: what it says in its headers, and one attempt to hand it to an SMTP server.
 *
 * <p>In: an {@link io.beforehand.notification.mail.OutgoingMail}, the same for every attempt, and the {@link
 * io.beforehand.notification.mail.SmtpServer} to hand it to. Out: an {@link io.beforehand.notification.mail.SmtpAnswer},
 * whatever happens. What an answer means for a delivery is not decided here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322">RFC 5322</a>, and <a
 *     href="https://www.rfc-editor.org/rfc/rfc3834">RFC 3834</a> on automatic answers
 */
@NullMarked
package io.beforehand.notification.mail;

import org.jspecify.annotations.NullMarked;
