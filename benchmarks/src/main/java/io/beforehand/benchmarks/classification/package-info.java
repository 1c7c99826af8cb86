/**
 * How well messages are understood: {@code ./beforehand bench classification} classifies the test part of intake's labelled set by
 * keyword rules alone, by the classifier alone and as intake does, and says how often each is right and what a message costs.
 */
@NullMarked
package io.beforehand.benchmarks.classification;

import org.jspecify.annotations.NullMarked;
