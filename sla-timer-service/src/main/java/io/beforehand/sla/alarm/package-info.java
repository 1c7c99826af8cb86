/**
 * Rings the clocks when time alone brings something about: warnings and breaches, to the moment, each exactly once.
 *
 * <p>The table is the timer: a request's row holds the moment of its next alarm, and an alarm has rung when the row says so,
 * in the same transaction as the event that tells of it. Memory only makes it punctual. {@link
 * io.beforehand.sla.alarm.AlarmQueue} holds the near alarms of the partitions that this replica owns; {@link
 * io.beforehand.sla.alarm.AlarmWindows} fills it, a window of time at a time, and finds what slipped through; {@link
 * io.beforehand.sla.alarm.AlarmLoop} waits for the soonest; {@link io.beforehand.sla.alarm.AlarmBell} locks what is due and
 * lets it ring, unless something that happened in time may still be on its way.
 *
 * <p>Warnings are stored a little before their moment, so that at it only sending is left: {@link
 * io.beforehand.sla.alarm.AheadLoop} chooses them, {@link io.beforehand.sla.alarm.AheadBell} stores them, {@link
 * io.beforehand.sla.alarm.ReleaseLoop} lets them go. docs/decisions/0007-warnings-are-given-ahead.md says what that has to
 * withstand.
 *
 * <p>What is due is decided by the database's clock inside the transaction; {@link io.beforehand.sla.alarm.DatabaseTime} is a
 * guess at it that is never ahead, so an alarm is at worst looked at too soon and never rung too soon.
 */
@NullMarked
package io.beforehand.sla.alarm;

import org.jspecify.annotations.NullMarked;
