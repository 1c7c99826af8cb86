/**
 * Amazon SES by way of SNS: mails that a receipt rule publishes, and what becomes of ours.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html">Verifying SNS messages</a>
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html">Mails received</a>
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html">Mails sent</a>
 */
@NullMarked
package io.beforehand.intake.adapter.ses;

import org.jspecify.annotations.NullMarked;
