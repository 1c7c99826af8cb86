/**
 * Classification: the rules that operators edit, the classifier that learns from agents' corrections, and what ships with both.
 *
 * <p>{@link io.beforehand.intake.classification.CurrentClassifier} is the way in for whoever decides about messages; it follows
 * the rules within the caller's transaction, so that rules count for every request opened after they were put, on every replica.
 * {@link io.beforehand.intake.classification.Learner} learns anew in the background, on every replica by itself out of the same
 * table. Rules are edited through Hibernate Reactive; what happens with every batch of messages goes through the reactive client.
 */
@NullMarked
package io.beforehand.intake.classification;

import org.jspecify.annotations.NullMarked;
