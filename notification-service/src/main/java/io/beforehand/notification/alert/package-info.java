/**
 * Promises in danger, and telling whoever is on call.
 *
 * <p>There is one alert per clock until it is resolved: a second warning, a forecast, the breach are told of the same one,
 * whose level and cause rise with them. So on call sees one line going from yellow to red, not four lines.
 *
 * <p>Who is told when: the first alert at once; then at most one notification per contact, method and minute, the next one
 * with everything that came in between, and with what an older one was to tell and nobody took. An alert that somebody acknowledged is told again only when its level rises; one that
 * was silenced is not told again. None is ever missing from the list.
 */
@NullMarked
package io.beforehand.notification.alert;

import org.jspecify.annotations.NullMarked;
