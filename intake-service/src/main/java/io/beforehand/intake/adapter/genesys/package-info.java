/**
 * Genesys Cloud Open Messaging: what customers write, and what agents and bots there answer.
 *
 * @see <a href="https://developer.genesys.cloud/commdigital/digital/openmessaging/">Open Messaging</a>
 */
@NullMarked
package io.beforehand.intake.adapter.genesys;

import org.jspecify.annotations.NullMarked;
