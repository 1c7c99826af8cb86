/**
 * The native webhooks of channels, {@code /v1/channels/{kind}/{account}}: what is around the adapters.
 *
 * <p>A delivery enters as bytes. Its account's keys are looked up, its adapter verifies and reads it, what it says becomes
 * submissions of one call to the request book, and the channel gets the answer it wants once they are committed. Mails that
 * providers hand over go to {@code mailbox}.
 */
@NullMarked
package io.beforehand.intake.channel;

import org.jspecify.annotations.NullMarked;
