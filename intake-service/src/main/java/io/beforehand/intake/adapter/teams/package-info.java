/**
 * Microsoft Teams: bots, for whom Microsoft vouches with a token, and outgoing webhooks, which sign their body.
 *
 * @see <a href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication">Authentication of bots</a>
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook">Outgoing webhooks</a>
 */
@NullMarked
package io.beforehand.intake.adapter.teams;

import org.jspecify.annotations.NullMarked;
