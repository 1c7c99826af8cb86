/** Requests and customers to look at. Reads what {@link io.beforehand.intake.request} wrote, through Hibernate Reactive; writes nothing. */
@NullMarked
package io.beforehand.intake.view;

import org.jspecify.annotations.NullMarked;
