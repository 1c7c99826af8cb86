/**
 * Help desks that keep tickets of their own: Zendesk, which signs its events, and Freshdesk, whose automations show a secret. Both can
 * report in a form that an administrator pastes there.
 *
 * @see <a href="https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events/">Zendesk: ticket events</a>
 * @see <a href="https://developer.zendesk.com/documentation/webhooks/verifying/">Zendesk: signatures</a>
 * @see <a href="https://support.freshdesk.com/support/solutions/articles/132589">Freshdesk: webhooks of automations</a>
 */
@NullMarked
package io.beforehand.intake.adapter.helpdesk;

import org.jspecify.annotations.NullMarked;
