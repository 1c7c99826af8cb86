package io.beforehand.routing.rule;

import java.util.List;

/** All rules as they are stored: an object, so that more can stand beside them some day. */
record RulesDocument(List<Rule> rules) {

    RulesDocument {
        rules = List.copyOf(rules);
    }
}
