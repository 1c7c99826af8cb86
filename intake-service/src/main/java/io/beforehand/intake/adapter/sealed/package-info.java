/**
 * The scheme of WeChat's callbacks, which WeCom and DingTalk took over: a signature in the address, and messages encrypted with a key
 * that only the two of us know.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/90968">Encryption and decryption</a>
 */
@NullMarked
package io.beforehand.intake.adapter.sealed;

import org.jspecify.annotations.NullMarked;
