/**
 * The SLA timer: watches every promise and speaks up before one is broken.
 *
 * <p>{@code policy} holds what was promised, {@code calendar} when working time passes; people edit both, and {@code book} has
 * what is alike in that. {@code clock} is the heart: the clocks of a request as a pure fold over its
 * history. {@code request} hears what happens to requests, keeps their history and clocks, and shows them. {@code alarm}
 * brings about what time alone brings about, to the moment. {@code report} counts how promises were kept, and {@code waiver}
 * holds which breaches are excused.
 */
@NullMarked
package io.beforehand.sla;

import org.jspecify.annotations.NullMarked;
