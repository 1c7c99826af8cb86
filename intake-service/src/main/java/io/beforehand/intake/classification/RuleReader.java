package io.beforehand.intake.classification;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.events.Mood;
import io.beforehand.events.Priority;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.classification.core.Conditions;
import io.beforehand.intake.classification.core.Phrase;
import io.beforehand.intake.classification.core.Rule;
import io.beforehand.intake.classification.core.RuleBook;
import io.beforehand.intake.classification.core.SenderPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a document of rules, whole or not at all; what does not fit is named by its place and its rule. */
public final class RuleReader {

    private static final int MAX_LIST = 1_000;
    private static final int MAX_WORD = 64;

    private RuleReader() {}

    /** @throws ProblemException {@code invalid-field} */
    public static RuleBook read(int version, JsonNode document) {
        Member body = new Member(document, "", "").object(Set.of("rules", "version"));
        List<Rule> rules = new ArrayList<>();
        Member list = body.member("rules");
        for (Member rule : list.elements(RuleBook.MAX_RULES)) {
            rules.add(rule(rule));
        }
        return list.checked(() -> new RuleBook(version, rules));
    }

    private static Rule rule(Member anonymous) {
        String id = anonymous
                .object(Set.of("id", "when", "category", "priority"))
                .member("id")
                .text(MAX_WORD);
        Member rule = anonymous.of(id);
        Member category = rule.member("category");
        Member priority = rule.member("priority");
        Conditions when = when(rule.member("when"));
        return rule.checked(() -> new Rule(
                id,
                when,
                category.isMissing() ? null : category.text(MAX_WORD),
                priority.isMissing() ? null : priority.read(Priority::of)));
    }

    private static Conditions when(Member when) {
        when.object(Set.of(
                "words",
                "without",
                "senders",
                "channels",
                "tiers",
                "moods",
                "amountAtLeast",
                "affectedCustomersAtLeast",
                "security"));
        return new Conditions(
                phrases(when.member("words")),
                phrases(when.member("without")),
                when.member("senders").elements(MAX_LIST).stream()
                        .map(sender -> sender.read(SenderPattern::new))
                        .toList(),
                all(when.member("channels"), Channel::of),
                when.member("tiers").elements(MAX_LIST).stream()
                        .map(tier -> tier.text(MAX_WORD))
                        .toList(),
                all(when.member("moods"), Mood::of),
                when.member("amountAtLeast").amount(),
                when.member("affectedCustomersAtLeast").count(),
                when.member("security").flag());
    }

    /** Lists may stand in the list, one for each language. */
    private static List<Phrase> phrases(Member list) {
        List<Phrase> phrases = new ArrayList<>();
        for (Member element : list.elements(MAX_LIST)) {
            if (element.isList()) {
                element.elements(MAX_LIST).forEach(word -> phrases.add(word.read(Phrase::of)));
            } else {
                phrases.add(element.read(Phrase::of));
            }
        }
        return phrases;
    }

    private static <E> Set<E> all(Member list, Member.Named<E> named) {
        Set<E> all = new LinkedHashSet<>();
        list.elements(MAX_LIST).forEach(element -> all.add(element.read(named)));
        return all;
    }
}
