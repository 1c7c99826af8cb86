/**
 * Weibo: private messages and mentions.
 *
 * @see <a href="https://open.weibo.com/wiki/Messages_api_start">Setting up</a>
 * @see <a href="https://open.weibo.com/wiki/消息推送服务">What is pushed</a>
 */
@NullMarked
package io.beforehand.intake.adapter.weibo;

import org.jspecify.annotations.NullMarked;
