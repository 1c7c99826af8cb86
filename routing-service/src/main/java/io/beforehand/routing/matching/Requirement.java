package io.beforehand.routing.matching;

import io.beforehand.events.Channel;
import io.beforehand.routing.request.Demand;
import java.util.Map;

/**
 * What a request asks of whoever gets it.
 *
 * @param skills levels he must have at least
 * @param wanted the skill that speaks for him without being demanded, empty for none
 * @param team the team he must be in, empty for any
 * @param language the language he must speak if he says which he speaks, empty for any
 */
public record Requirement(Map<String, Integer> skills, String wanted, String team, String language, Channel channel) {

    /**
     * By the rule of the demand's category. Without a rule nothing is demanded, but whoever has a skill of the category's
     * name is the better choice. A team that was set on the request itself goes before the rule's.
     */
    public static Requirement of(Demand demand, Map<String, RoutingRule> rulesByCategory) {
        RoutingRule rule = rulesByCategory.get(demand.category());
        return rule == null
                ? new Requirement(Map.of(), demand.category(), demand.team(), demand.language(), demand.channel())
                : new Requirement(
                        rule.skills(),
                        rule.skills().isEmpty() ? demand.category() : "",
                        demand.team().isEmpty() ? rule.team() : demand.team(),
                        demand.language(),
                        demand.channel());
    }
}
