/**
 * Questions that take longer than a call may: they are answered in the background by the replica that was asked, while anybody
 * can see on any replica how far it has come.
 *
 * <p>{@link io.beforehand.sla.job.Jobs} starts them, one thread each and two at a time, and keeps what came of them for a month. A
 * job dies with its replica; it changes nothing but its own row, so it can be asked for again.
 */
@NullMarked
package io.beforehand.sla.job;

import org.jspecify.annotations.NullMarked;
