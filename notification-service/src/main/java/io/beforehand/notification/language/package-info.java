/** The languages that people are written to in, and how moments and spans of time are put into words in each. */
@NullMarked
package io.beforehand.notification.language;

import org.jspecify.annotations.NullMarked;
