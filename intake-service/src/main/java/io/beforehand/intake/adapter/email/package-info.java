/**
 * What the mail providers have in common: a mail becomes an event here, raw or taken apart, and so does what became of a mail of
 * ours. What a mail says is for {@link io.beforehand.intake.mail.MailReader}, whoever brings it.
 */
@NullMarked
package io.beforehand.intake.adapter.email;

import org.jspecify.annotations.NullMarked;
