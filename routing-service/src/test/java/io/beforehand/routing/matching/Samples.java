package io.beforehand.routing.matching;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.routing.request.Affinity;
import io.beforehand.routing.request.RoutedRequest;
import io.beforehand.routing.request.Urgency;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Agents and requests of which a test says only what matters to it. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    static final Capacity THREE_CHATS = new Capacity(Map.of(Channel.CHAT, 3, Channel.EMAIL, 6, Channel.VOICE, 1));
    static final Affinity ANYONE = new Affinity.Anyone();

    private Samples() {}

    static Candidate agent(String id) {
        return new Candidate(id, id, "", Map.of(), Set.of(), Load.none(THREE_CHATS), NOW);
    }

    static Candidate skilled(String id, String skill, int level) {
        return new Candidate(id, id, "", Map.of(skill, level), Set.of(), Load.none(THREE_CHATS), NOW);
    }

    static Candidate speaking(String id, String... languages) {
        return new Candidate(id, id, "", Map.of(), Set.of(languages), Load.none(THREE_CHATS), NOW);
    }

    static Candidate inTeam(String id, String team) {
        return new Candidate(id, id, team, Map.of(), Set.of(), Load.none(THREE_CHATS), NOW);
    }

    static Requirement chat() {
        return new Requirement(Map.of(), "", "", "", Channel.CHAT);
    }

    static Requirement demanding(String skill, int level) {
        return new Requirement(Map.of(skill, level), "", "", "", Channel.CHAT);
    }

    static Waiter waiter(String id, Requirement requirement) {
        return waiter(id, Priority.STANDARD, requirement, ANYONE);
    }

    static Waiter waiter(String id, Priority priority, Requirement requirement, Affinity affinity) {
        return new Waiter(new Urgency(priority, RoutedRequest.NO_DEADLINE, NOW, id), requirement, affinity);
    }
}
