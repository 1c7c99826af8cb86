/**
 * Slack: the Events API and slash commands.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/">Events API</a>
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack/">Verifying requests</a>
 */
@NullMarked
package io.beforehand.intake.adapter.slack;

import org.jspecify.annotations.NullMarked;
