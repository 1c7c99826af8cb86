/**
 * PagerDuty: what people on call did with pages of ours.
 *
 * @see <a href="https://developer.pagerduty.com/docs/webhooks-overview">Webhooks v3</a>
 */
@NullMarked
package io.beforehand.intake.adapter.pagerduty;

import org.jspecify.annotations.NullMarked;
