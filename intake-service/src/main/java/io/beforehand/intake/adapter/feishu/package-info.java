/**
 * Feishu, which is Lark elsewhere: events of both schemas, encrypted or not.
 *
 * @see <a href="https://open.feishu.cn/document/server-docs/event-subscription-guide/overview">Event subscription</a>
 * @see <a href="https://open.feishu.cn/document/server-docs/im-v1/message/events/receive">Messages</a>
 */
@NullMarked
package io.beforehand.intake.adapter.feishu;

import org.jspecify.annotations.NullMarked;
