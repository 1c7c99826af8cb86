/**
 * Stories over the running system, told from outside: over HTTP, and at the webhook sink that stands for customers and the
 * people on call. Each names what somebody is promised.
 */
package io.beforehand.stories;
