package io.beforehand.sla.alarm;

import io.beforehand.sla.request.NextAlarms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The near alarms of the partitions that are open here, one for each request, soonest first.
 *
 * <p>It may forget or know wrongly and nothing is lost by it: a wrong alarm finds nothing due in the row, a forgotten one is
 * found again by the sweep. Several threads offer, and several take.
 */
@ApplicationScoped
class AlarmQueue implements NextAlarms {

    private static final Comparator<Due> SOONEST = Comparator.comparing(Due::at).thenComparing(Due::requestId);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sooner = lock.newCondition();
    private final Map<Integer, Instant> horizons = new HashMap<>();
    private final Map<String, Due> byRequest = new HashMap<>();
    private final TreeSet<Due> queue = new TreeSet<>(SOONEST);

    /**
     * An alarm to be looked at.
     *
     * @param at when
     * @param ahead whether it may be given ahead
     * @param revision of the request's row that said so
     * @param since when it was first held back for inputs that lag behind, {@link Instant#MAX} before
     */
    record Due(String requestId, int partition, Instant at, boolean ahead, long revision, Instant since) {

        /** To be looked at again. */
        Due again(Instant later) {
            return new Due(requestId, partition, later, false, revision, since);
        }

        /** To be rung at its moment and not ahead. */
        Due notAhead() {
            return again(at);
        }

        Due heldSince(Instant now) {
            return since.equals(Instant.MAX) ? new Due(requestId, partition, at, false, revision, now) : this;
        }

        boolean isHeldFor(Duration hold, Instant now) {
            return !since.equals(Instant.MAX) && !now.isBefore(since.plus(hold));
        }
    }

    /** Takes in alarms of the partition that are due before the horizon. */
    void open(int partition, Instant horizon) {
        locked(() -> horizons.put(partition, horizon));
    }

    /** Takes in alarms up to another horizon, unless the partition was closed meanwhile. */
    void extend(int partition, Instant horizon) {
        locked(() -> horizons.replace(partition, horizon));
    }

    /** Forgets the partition and its alarms. */
    void close(int partition) {
        locked(() -> {
            horizons.remove(partition);
            queue.removeIf(due -> due.partition() == partition);
            byRequest.values().removeIf(due -> due.partition() == partition);
        });
    }

    /** Up to when each open partition's alarms are here. */
    Map<Integer, Instant> horizons() {
        lock.lock();
        try {
            return Map.copyOf(horizons);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void changed(List<NextAlarm> alarms) {
        locked(() -> alarms.forEach(alarm -> {
            Due known = byRequest.get(alarm.requestId());
            if (known != null && known.revision() > alarm.revision()) {
                return;
            }
            forget(alarm.requestId());
            alarm.at()
                    .ifPresent(at -> add(new Due(
                            alarm.requestId(), alarm.partition(), at, alarm.warning(), alarm.revision(), Instant.MAX)));
        }));
    }

    /** Takes in what is not here, whatever was thought of it. */
    void offerMissing(List<NextAlarm> alarms) {
        locked(() -> alarms.stream()
                .filter(alarm -> !byRequest.containsKey(alarm.requestId()))
                .forEach(alarm -> changed(List.of(alarm))));
    }

    /** Puts back what was taken, unless something newer is known by now. */
    void putBack(Collection<Due> taken) {
        locked(() -> taken.forEach(due -> {
            if (!byRequest.containsKey(due.requestId())) {
                add(due);
            }
        }));
    }

    /** Removes and returns what is due, soonest first. */
    List<Due> take(Instant now, int most) {
        List<Due> due = new ArrayList<>();
        locked(() -> {
            while (due.size() < most && !queue.isEmpty() && !queue.first().at().isAfter(now)) {
                Due first = queue.removeFirst();
                byRequest.remove(first.requestId());
                due.add(first);
            }
        });
        return due;
    }

    /** Removes and returns what may be given ahead and is due by then, soonest first. */
    List<Due> takeAhead(Instant by, int most) {
        List<Due> due = new ArrayList<>();
        locked(() -> {
            for (Due each : queue) {
                if (due.size() >= most || each.at().isAfter(by)) {
                    break;
                }
                if (each.ahead()) {
                    due.add(each);
                }
            }
            due.forEach(each -> forget(each.requestId()));
        });
        return due;
    }

    /**
     * The last moment of a crowd: of alarms that would be reached after their moment if one went through all of them, soonest
     * first, from then on.
     *
     * @param perSecond how fast
     * @param farthest no later than this; alarms after it count to no crowd
     */
    Optional<Instant> crowd(Instant from, int perSecond, Instant farthest) {
        Instant last = Instant.MIN;
        lock.lock();
        try {
            long before = 0;
            for (Due each : queue) {
                if (each.at().isAfter(farthest)) {
                    break;
                }
                if (from.plusNanos(before * 1_000_000_000L / perSecond).isAfter(each.at())
                        && each.at().isAfter(from)) {
                    last = each.at();
                }
                before++;
            }
        } finally {
            lock.unlock();
        }
        return last.equals(Instant.MIN) ? Optional.empty() : Optional.of(last);
    }

    /** Waits until the soonest alarm may be due, at most so long. Time may be set anew in the meantime. */
    void await(DatabaseTime time, Duration most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Duration wait = soonest()
                    .map(at -> Duration.between(time.now(), at))
                    .filter(left -> left.compareTo(most) < 0)
                    .orElse(most);
            if (wait.isPositive()) {
                sooner.await(wait.toNanos(), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** When the soonest alarm is due. */
    Optional<Instant> soonest() {
        lock.lock();
        try {
            return queue.isEmpty()
                    ? Optional.empty()
                    : Optional.of(queue.first().at());
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Has whoever waits look at the time again. */
    void wake() {
        locked(sooner::signalAll);
    }

    private void add(Due due) {
        Instant horizon = horizons.get(due.partition());
        if (horizon != null && due.at().isBefore(horizon)) {
            queue.add(due);
            byRequest.put(due.requestId(), due);
            if (queue.first().equals(due)) {
                sooner.signalAll();
            }
        }
    }

    private void forget(String requestId) {
        Due known = byRequest.remove(requestId);
        if (known != null) {
            queue.remove(known);
        }
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
