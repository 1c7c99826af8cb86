/**
 * Stands in for the mailboxes of customers and of the people on call: takes every mail and keeps the latest as files, so
 * that they are there after a restart and cost no memory.
 *
 * <p>What enters: SMTP. What leaves: one file a mail, as it came, in a {@link io.beforehand.localstack.mail.MailFolder}.
 */
@NullMarked
package io.beforehand.localstack.mail;

import org.jspecify.annotations.NullMarked;
