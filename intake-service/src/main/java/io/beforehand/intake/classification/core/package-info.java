/**
 * What a customer's message is about, how pressing it is, how the customer feels and in which language he writes.
 *
 * <p>In: the {@link io.beforehand.intake.classification.core.Signals} of a message. Out: an {@link
 * io.beforehand.intake.classification.core.Assessment}, with the reason of each part. {@link
 * io.beforehand.intake.classification.core.Classifier} is the way in. It asks the {@link
 * io.beforehand.intake.classification.core.RuleBook} that operators edit and a {@link
 * io.beforehand.intake.classification.core.Categorizer} that learns. All look at the same {@link
 * io.beforehand.intake.classification.core.Wording}, in which case, width and the kind of Chinese characters make no difference.
 */
@NullMarked
package io.beforehand.intake.classification.core;

import org.jspecify.annotations.NullMarked;
