package io.beforehand.intake.classification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.beforehand.http.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document of rules and what stands there. Null counts as missing.
 *
 * @param path empty for the document itself
 * @param rule the id of the rule that it is in; empty outside
 */
record Member(JsonNode node, String path, String rule) {

    /** What people call something. */
    interface Named<E> {
        /** @throws IllegalArgumentException saying what it must be */
        E of(String name);
    }

    Member of(String id) {
        return new Member(node, path, id);
    }

    Member member(String name) {
        JsonNode member = node.path(name);
        return new Member(
                member.isNull() ? MissingNode.getInstance() : member, path.isEmpty() ? name : path + "." + name, rule);
    }

    boolean isMissing() {
        return node.isMissingNode();
    }

    boolean isList() {
        return node.isArray();
    }

    /** @return this, an object of no other than these members: a condition that is misspelt must not be passed over */
    Member object(Set<String> known) {
        if (!node.isObject()) {
            throw refuse("must be an object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw member(name).refuse("is not known here");
            }
        });
        return this;
    }

    List<Member> elements(int atMost) {
        if (isMissing() && !path.equals("rules")) {
            return List.of();
        }
        if (!node.isArray() || node.size() > atMost) {
            throw refuse("must be an array of at most " + atMost);
        }
        List<Member> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new Member(node.get(i), path + "[" + i + "]", rule));
        }
        return elements;
    }

    String text(int maxLength) {
        if (!node.isTextual() || node.textValue().isBlank() || node.textValue().length() > maxLength) {
            throw refuse("must be a text of 1 to " + maxLength + " characters");
        }
        return node.textValue();
    }

    <E> E read(Named<E> named) {
        if (!node.isTextual()) {
            throw refuse("must be a text");
        }
        return checked(() -> named.of(node.textValue()));
    }

    @Nullable
    BigDecimal amount() {
        if (isMissing()) {
            return null;
        }
        if (!node.isNumber() || node.decimalValue().signum() <= 0) {
            throw refuse("must be a number above 0");
        }
        return node.decimalValue();
    }

    @Nullable
    Integer count() {
        if (isMissing()) {
            return null;
        }
        if (!node.isInt() || node.intValue() < 1) {
            throw refuse("must be a whole number from 1 on");
        }
        return node.intValue();
    }

    boolean flag() {
        if (!isMissing() && !node.isBoolean()) {
            throw refuse("must be true or false");
        }
        return node.booleanValue();
    }

    <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    ProblemException refuse(String reason) {
        return ProblemException.invalidField(
                path.isEmpty() ? "body" : path, rule.isEmpty() ? reason : "rule " + rule + ": " + reason);
    }
}
