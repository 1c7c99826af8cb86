/**
 * What a mail says: bytes of a stranger in, a {@link io.beforehand.intake.mail.Mail} out, or a {@link
 * io.beforehand.intake.mail.MalformedMailException}.
 *
 * <p>{@link io.beforehand.intake.mail.MailReader} is the way in. MIME is read with mime4j within hard bounds, HTML with jsoup,
 * and the charset of bytes that do not say theirs is guessed. {@link io.beforehand.intake.mail.NewPart} finds what the sender
 * wrote himself, {@link io.beforehand.intake.mail.LoopGuard} whether anybody did, {@link io.beforehand.intake.mail.Reports}
 * what became of a mail of ours. Nothing here knows of HTTP, SQL, requests or the present time.
 */
@NullMarked
package io.beforehand.intake.mail;

import org.jspecify.annotations.NullMarked;
