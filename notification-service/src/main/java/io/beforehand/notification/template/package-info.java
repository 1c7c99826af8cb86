/**
 * The wording of messages: shipped in three languages, changed by operators per channel and language.
 *
 * <p>A {@link io.beforehand.notification.template.TextTemplate} only puts values in places. It has no expressions, and what it
 * puts in is never read as a template again, so a customer's or an agent's text cannot make it do anything.
 */
@NullMarked
package io.beforehand.notification.template;

import org.jspecify.annotations.NullMarked;
