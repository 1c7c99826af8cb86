/**
 * WeChat official accounts, in plain and in encrypted mode, and WeCom, which is always encrypted.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html">WeChat: messages</a>
 * @see <a href="https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_event_pushes.html">WeChat: events</a>
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90238">WeCom: callbacks</a>
 */
@NullMarked
package io.beforehand.intake.adapter.wechat;

import org.jspecify.annotations.NullMarked;
