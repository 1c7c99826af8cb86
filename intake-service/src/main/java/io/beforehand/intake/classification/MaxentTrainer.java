package io.beforehand.intake.classification;

import io.beforehand.intake.classification.core.Categorizer;
import io.beforehand.intake.classification.core.Example;
import io.beforehand.intake.classification.core.Features;
import io.beforehand.intake.classification.core.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Learns categories from examples by maximum entropy (multinomial logistic regression) with Apache OpenNLP. Its probabilities are
 * held back by a penalty on large weights so far that they come true: of texts of which it is seven tenths sure, about seven in ten are
 * what it says. A text counts the same whatever its length.
 */
public final class MaxentTrainer {

    /** The penalty, out of cross-validation on the training part of the labelled set. */
    private static final double PENALTY = 0.001;

    private static final int ITERATIONS = 100;

    private MaxentTrainer() {}

    /** Takes some tenths of a second for a thousand examples; nothing is learned from fewer than two categories. */
    public static Categorizer train(List<Example> examples) {
        Set<String> known = new HashSet<>();
        List<Event> events = examples.stream()
                .map(example -> event(example, known))
                .filter(event -> event.getContext().length > 0)
                .toList();
        return events.stream().map(Event::getOutcome).distinct().count() < 2
                ? Categorizer.UNTAUGHT
                : new Learned(model(events), Set.copyOf(known));
    }

    private static MaxentModel model(List<Event> events) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, PENALTY);
        parameters.put(AbstractEventTrainer.DATA_INDEXER_PARAM, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_REAL_VALUE);
        try {
            EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
            return trainer.train(ObjectStreamUtils.createObjectStream(events));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Event event(Example example, Set<String> known) {
        String[] features = Features.of(Wording.of(example.text())).toArray(String[]::new);
        known.addAll(Arrays.asList(features));
        return new Event(example.category(), features, weights(features.length));
    }

    private static float[] weights(int features) {
        float[] weights = new float[features];
        Arrays.fill(weights, (float) (1 / Math.sqrt(features)));
        return weights;
    }

    private record Learned(MaxentModel model, Set<String> known) implements Categorizer {

        @Override
        public Optional<Guess> guess(Wording wording) {
            Set<String> features = Features.of(wording);
            if (features.stream().noneMatch(known::contains)) {
                return Optional.empty();
            }
            String[] context = features.toArray(String[]::new);
            double[] probabilities = model.eval(context, weights(context.length));
            int best = 0;
            for (int i = 1; i < probabilities.length; i++) {
                best = probabilities[i] > probabilities[best] ? i : best;
            }
            return Optional.of(new Guess(model.getOutcome(best), probabilities[best]));
        }
    }
}
