/**
 * DingTalk: messages to a robot, signed apart from their body, and encrypted events.
 *
 * @see <a href="https://open.dingtalk.com/document/isvapp/receive-message">Messages to a robot</a>
 * @see <a href="https://open.dingtalk.com/document/orgapp/configure-event-subcription">Events</a>
 */
@NullMarked
package io.beforehand.intake.adapter.dingtalk;

import org.jspecify.annotations.NullMarked;
