package io.beforehand.localstack.demo;

import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.SlaEvent.ClockCancelled;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.SlaEvent.ClockStarted;
import io.beforehand.events.StreamEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The requests that were heard of, the latest {@value #MOST} of them. */
final class Ledger {

    private static final int MOST = 5_000;

    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    Optional<Subject> find(String requestId) {
        return Optional.ofNullable(subjects.get(requestId));
    }

    Optional<Subject> byNumber(String number) {
        return subjects.values().stream()
                .filter(subject -> subject.number().equals(number))
                .findFirst();
    }

    /** Those that are not settled, oldest first. */
    List<Subject> open() {
        return subjects.values().stream()
                .filter(subject -> open.contains(subject.id()))
                .toList();
    }

    /** Takes note of an event before it is told. */
    void before(StreamEvent heard) {
        String id = heard.requestId();
        switch (heard.event()) {
            case RequestOpened opened -> open(new Subject(id, opened, heard.time()));
            case StatusChanged changed when isOver(changed.to()) -> open.remove(id);
            case StatusChanged _ -> open.add(id);
            case RequestAssigned assigned -> find(id).ifPresent(it -> it.givenTo(assigned.agentName()));
            case RequestTransferred moved -> find(id).ifPresent(it -> it.givenTo(moved.toAgentName()));
            case RequestReleased _ -> find(id).ifPresent(it -> it.givenTo(""));
            case ClockStarted started ->
                find(id).ifPresent(it -> it.promised(started.clock(), started.dueAt(), started.goal()));
            case ClockResumed resumed -> find(id).ifPresent(it -> it.postponed(resumed.clock(), resumed.dueAt()));
            default -> {}
        }
    }

    /** Takes note of what ended, after it was told. */
    void after(StreamEvent heard) {
        switch (heard.event()) {
            case ClockMet met -> find(heard.requestId()).ifPresent(it -> it.settled(met.clock()));
            case ClockCancelled gone -> find(heard.requestId()).ifPresent(it -> it.settled(gone.clock()));
            default -> {}
        }
    }

    private void open(Subject subject) {
        subjects.put(subject.id(), subject);
        open.add(subject.id());
        if (subjects.size() > MOST) {
            Collection<String> ids = subjects.keySet();
            String oldest = ids.iterator().next();
            ids.remove(oldest);
            open.remove(oldest);
        }
    }

    private static boolean isOver(RequestStatus status) {
        return status == RequestStatus.RESOLVED || status == RequestStatus.CLOSED;
    }
}
