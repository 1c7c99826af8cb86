package io.beforehand.benchmarks.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What was answered to questions whose right answers are known. */
final class Answers {

    /** No answer. */
    static final String NONE = "";

    private final List<Answer> answers = new ArrayList<>();

    private record Answer(String right, String given) {}

    Answers add(String right, String given) {
        answers.add(new Answer(right, given));
        return this;
    }

    /** Of those to which this was answered, the share to which it is right. */
    double precision(String label) {
        return share(
                answer -> answer.given().equals(label), answer -> answer.right().equals(label));
    }

    /** Of those to which this is right, the share to which it was answered. */
    double recall(String label) {
        return share(
                answer -> answer.right().equals(label), answer -> answer.given().equals(label));
    }

    /** The harmonic mean of precision and recall. */
    double f1(String label) {
        double precision = precision(label);
        double recall = recall(label);
        return Double.isNaN(precision) || precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    double accuracy() {
        return share(_ -> true, answer -> answer.given().equals(answer.right()));
    }

    double undecided() {
        return share(_ -> true, answer -> answer.given().equals(NONE));
    }

    /** How often the right answer was one of those, as a share of all answers. */
    double shareOf(String label) {
        return share(_ -> true, answer -> answer.right().equals(label));
    }

    private double share(Predicate<Answer> of, Predicate<Answer> which) {
        List<Answer> all = answers.stream().filter(of).toList();
        return (double) all.stream().filter(which).count() / all.size();
    }
}
