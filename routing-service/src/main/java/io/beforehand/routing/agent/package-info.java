/**
 * The people and their teams, as somebody edits them: names, skills, languages, capacities.
 *
 * <p>Edited through Hibernate Reactive, which reads and writes whole profiles. What changes with every assignment is not
 * here but in {@code roster}; a profile that is saved sets only what a request costs its agent there.
 */
@NullMarked
package io.beforehand.routing.agent;

import org.jspecify.annotations.NullMarked;
