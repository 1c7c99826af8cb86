package io.beforehand.benchmarks.classification;

import static io.beforehand.benchmarks.report.Figures.number;

import io.beforehand.benchmarks.classification.Measured.Unseen;
import io.beforehand.benchmarks.report.Table;
import io.beforehand.benchmarks.report.Target;
import io.beforehand.benchmarks.report.Target.Verdict;
import io.beforehand.intake.classification.LabelledMessage;
import io.beforehand.intake.classification.core.Categorizer.Guess;
import java.util.List;
import java.util.Locale;

/** The results for people. */
record ReportText(Measured measured, Cost cost) {

    private static final List<String> MOODS = List.of("angry", "worried", "neutral", "pleased");
    private static final double STEP = 0.2;

    String text() {
        return "\n" + measured.messages().size()
                + " messages that nothing was learned from; precision, recall and F1 of each way; "
                + measured.unseen().count() + " of them unseen by whoever wrote the rules\n\n" + categories()
                + "\nThe classifier, by how sure it says it is\n\n" + calibration()
                + "\nMoods, by words as intake reads them and learned as categories are\n\n" + moods()
                + "\nThe rest\n\n" + rest() + "\n" + targets();
    }

    private Table categories() {
        Table table = new Table()
                .row("", "messages", "rules P", "R", "F1", "classifier P", "R", "F1", "together P", "R", "F1");
        measured.messages().stream()
                .map(LabelledMessage::category)
                .distinct()
                .sorted()
                .forEach(category -> {
                    long count = measured.messages().stream()
                            .filter(message -> message.category().equals(category))
                            .count();
                    table.row(
                            category,
                            Long.toString(count),
                            share(measured.byRules().precision(category)),
                            share(measured.byRules().recall(category)),
                            share(measured.byRules().f1(category)),
                            share(measured.byClassifier().precision(category)),
                            share(measured.byClassifier().recall(category)),
                            share(measured.byClassifier().f1(category)),
                            share(measured.byBoth().precision(category)),
                            share(measured.byBoth().recall(category)),
                            share(measured.byBoth().f1(category)));
                });
        table.row(all("accuracy", measured.byRules(), measured.byClassifier(), measured.byBoth(), Answers::accuracy));
        table.row(all("undecided", measured.byRules(), measured.byClassifier(), measured.byBoth(), Answers::undecided));
        Unseen unseen = measured.unseen();
        table.row(all("accuracy, unseen", unseen.byRules(), unseen.byClassifier(), unseen.byBoth(), Answers::accuracy));
        return table.row(
                all("undecided, unseen", unseen.byRules(), unseen.byClassifier(), unseen.byBoth(), Answers::undecided));
    }

    private interface Figure {
        double of(Answers answers);
    }

    private static String[] all(String title, Answers rules, Answers classifier, Answers both, Figure figure) {
        return new String[] {
            title,
            "",
            "",
            "",
            share(figure.of(rules)),
            "",
            "",
            share(figure.of(classifier)),
            "",
            "",
            share(figure.of(both))
        };
    }

    private Table calibration() {
        Table table = new Table().row("probability", "messages", "said", "right");
        for (double from = 0; from < 1 - STEP / 2; from += STEP) {
            int count = 0;
            int right = 0;
            double said = 0;
            for (LabelledMessage message : measured.messages()) {
                Guess guess = Measured.guess(measured.categorizer(), message);
                if (guess.probability() >= from && guess.probability() < from + STEP) {
                    count++;
                    said += guess.probability();
                    right += guess.category().equals(message.category()) ? 1 : 0;
                }
            }
            table.row(
                    String.format(Locale.ROOT, "%.1f to %.1f", from, from + STEP),
                    Integer.toString(count),
                    share(said / count),
                    share((double) right / count));
        }
        return table;
    }

    private Table moods() {
        Table table = new Table().row("", "words P", "R", "F1", "learned P", "R", "F1");
        for (String mood : MOODS) {
            table.row(
                    mood,
                    share(measured.moods().precision(mood)),
                    share(measured.moods().recall(mood)),
                    share(measured.moods().f1(mood)),
                    share(measured.learnedMoods().precision(mood)),
                    share(measured.learnedMoods().recall(mood)),
                    share(measured.learnedMoods().f1(mood)));
        }
        table.row(
                "accuracy",
                "",
                "",
                share(measured.moods().accuracy()),
                "",
                "",
                share(measured.learnedMoods().accuracy()));
        return table.row(
                "accuracy, unseen", "", "", share(measured.unseen().moods().accuracy()), "", "", "");
    }

    private Table rest() {
        return new Table()
                .row("language right", share(measured.languages().accuracy()))
                .row("language not told", share(measured.languages().undecided()))
                .row(
                        "pressing messages that came before the usual",
                        share(measured.pressing().recall("pressing")))
                .row(
                        "of those before the usual, pressing",
                        share(measured.pressing().precision("pressing")))
                .row("a message, µs of a processor", number(cost.usual()))
                .row("a message of 4,000 characters, µs of a processor", number(cost.longest()));
    }

    private Table targets() {
        Table table = new Table().row("wanted", "measured", "");
        for (Target target : List.of(
                new Target(
                        "together beats keyword rules alone, "
                                + share(measured.byRules().accuracy()),
                        share(measured.byBoth().accuracy()),
                        Verdict.of(measured.byBoth().accuracy()
                                > measured.byRules().accuracy())),
                new Target(
                        "the same of unseen messages, "
                                + share(measured.unseen().byRules().accuracy()),
                        share(measured.unseen().byBoth().accuracy()),
                        Verdict.of(measured.unseen().byBoth().accuracy()
                                > measured.unseen().byRules().accuracy())),
                new Target(
                        "undecided less often than keyword rules, "
                                + share(measured.byRules().undecided()),
                        share(measured.byBoth().undecided()),
                        Verdict.of(measured.byBoth().undecided()
                                < measured.byRules().undecided())),
                new Target(
                        "moods beat calling everybody neutral, "
                                + share(measured.moods().shareOf("neutral")),
                        share(measured.moods().accuracy()),
                        Verdict.of(
                                measured.moods().accuracy() > measured.moods().shareOf("neutral"))))) {
            table.row(
                    target.wanted(), target.measured(), target.verdict().name().toLowerCase(Locale.ROOT));
        }
        return table;
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
