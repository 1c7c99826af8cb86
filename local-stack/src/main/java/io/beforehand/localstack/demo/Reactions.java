package io.beforehand.localstack.demo;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.NotificationEvent.AlertRaised;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.StreamEvent;
import io.beforehand.localstack.demo.Act.Later;
import io.beforehand.localstack.demo.Course.Ending;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people do about what the system tells them: who is given a request answers it, who is answered says thanks. */
final class Reactions {

    /** How it stands with a request of ours. An event of it may be heard before its story is known. */
    private static final class Case {
        @Nullable
        Story story;

        @Nullable
        Agent owner;

        boolean answerPlanned;
        int answers;
    }

    private final Map<String, Case> cases = new HashMap<>();

    /** A story became a request. */
    List<Later> began(String requestId, Story story) {
        Case it = of(requestId);
        it.story = story;
        return answer(requestId, it);
    }

    List<Later> after(StreamEvent heard) {
        String id = heard.requestId();
        return switch (heard.event()) {
            case RequestAssigned assigned -> given(id, assigned.agentId());
            case RequestTransferred transferred -> given(id, transferred.toAgentId());
            case ReplySent _ when cases.containsKey(id) -> answered(id, of(id));
            case CustomerMessaged _ when cases.containsKey(id) -> wrote(id, of(id));
            case AlertRaised raised
            when raised.level() == AlertLevel.BREACH -> List.of(Later.seconds(6, new Act.LookAfter(raised.alertId())));
            case StatusChanged changed
            when isOver(changed.to()) -> {
                cases.remove(id);
                yield List.of();
            }
            default -> List.of();
        };
    }

    private List<Later> given(String id, String agentId) {
        Case it = of(id);
        it.owner = Agent.ALL.stream()
                .filter(agent -> agent.id().equals(agentId))
                .findFirst()
                .orElse(null);
        return answer(id, it);
    }

    private static List<Later> answer(String id, Case it) {
        if (it.answerPlanned || it.story == null || it.owner == null) {
            return List.of();
        }
        it.answerPlanned = true;
        return List.of(new Later(it.story.course().answerAfter(), new Act.Answer(id, it.owner, it.story)));
    }

    private static List<Later> answered(String id, Case it) {
        if (it.story == null) {
            return List.of();
        }
        it.answers++;
        boolean content = it.answers > 1 || it.story.course().ending() == Ending.SILENCE;
        return List.of(
                content ? Later.seconds(4, new Act.Resolve(id)) : Later.seconds(4, new Act.WriteAgain(it.story)));
    }

    private static List<Later> wrote(String id, Case it) {
        if (it.story == null || it.owner == null) {
            return List.of();
        }
        return List.of(
                it.story.course().ending() == Ending.THANKS
                        ? Later.seconds(3, new Act.Resolve(id))
                        : Later.seconds(9, new Act.Answer(id, it.owner, it.story)));
    }

    private static boolean isOver(RequestStatus status) {
        return status == RequestStatus.RESOLVED || status == RequestStatus.CLOSED;
    }

    private Case of(String requestId) {
        return cases.computeIfAbsent(requestId, _ -> new Case());
    }
}
