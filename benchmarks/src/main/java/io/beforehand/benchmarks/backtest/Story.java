package io.beforehand.benchmarks.backtest;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Event;
import io.beforehand.events.NotificationEvent.AcknowledgementSent;
import io.beforehand.events.NotificationEvent.UpdateSent;
import io.beforehand.events.Owner;
import io.beforehand.events.Party;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.RequestChanged;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestAssigned;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One made-up request from its opening to its end. Times between events are spread as those of people are, most short and some very
 * long, so that some promises are kept and some are not; a third of the requests wait for somebody, some more than once, an eighth
 * get another priority, a few are opened again.
 */
final class Story {
    /** The requests whose customers' tier it is go by {@link Promises#OFFICE}. */
    static final String[] TIERS = {"gold", "silver", ""};

    private static final String[] TEAMS = {"support", "billing", "network"};
    private static final Channel[] CHANNELS = {Channel.CHAT, Channel.EMAIL, Channel.WEB, Channel.SOCIAL};

    private final String id;
    private final Random random;
    private final Map<Owner, Long> sequences = new EnumMap<>(Owner.class);
    private final List<StreamEvent> events = new ArrayList<>();
    private final String tier;
    private final String team;
    private final Channel channel;
    private Instant at;
    private RequestStatus status = RequestStatus.OPEN;

    private Story(String id, Instant opensAt, Random random) {
        this.id = id;
        this.at = opensAt.truncatedTo(ChronoUnit.MICROS);
        this.random = random;
        this.tier = TIERS[random.nextInt(TIERS.length)];
        this.team = TEAMS[random.nextInt(TEAMS.length)];
        this.channel = CHANNELS[random.nextInt(CHANNELS.length)];
    }

    /** All events, in order of time. */
    static List<StreamEvent> of(String id, Instant opensAt, Random random) {
        Story story = new Story(id, opensAt, random);
        story.begin();
        story.goOn();
        story.end();
        return story.events;
    }

    private void begin() {
        Priority priority = Priority.values()[random.nextInt(Priority.values().length)];
        Customer customer = new Customer("customer-" + random.nextInt(500), null, tier, null, null);
        tell(new RequestOpened(
                id, priority, tier, null, null, channel, "default", id, null, customer, id + "-m", "Hello?", at, null));
        later(Duration.ofSeconds(6));
        tell(new AcknowledgementSent(id + "-a", channel, "default", at, null));
        later(Duration.ofMinutes(15));
        tell(new RequestAssigned("agent-" + random.nextInt(50), "Agent", team, 1, Map.of(), "best-score"));
    }

    private void goOn() {
        reply(Duration.ofMinutes(70));
        for (int more = random.nextInt(4); more > 0; more--) {
            if (happens(0.12)) {
                later(Duration.ofMinutes(30));
                tell(new RequestChanged(Priority.values()[random.nextInt(3)], tier, null, null));
            }
            if (happens(0.3)) {
                waitForSomebody();
            }
            later(Duration.ofHours(3));
            tell(new CustomerMessaged(id + "-c" + more, "And now?", at, null));
            reply(Duration.ofHours(2));
            if (happens(0.3)) {
                later(Duration.ofHours(6));
                tell(new UpdateSent(id + "-u" + more, channel, "default", at));
            }
        }
    }

    private void end() {
        later(Duration.ofHours(4));
        move(RequestStatus.RESOLVED, null);
        if (happens(0.06)) {
            later(Duration.ofHours(5));
            move(RequestStatus.OPEN, null);
            reply(Duration.ofHours(1));
            move(RequestStatus.RESOLVED, null);
        }
        at = at.plus(Duration.ofDays(1));
        move(RequestStatus.CLOSED, null);
    }

    private void waitForSomebody() {
        later(Duration.ofMinutes(20));
        move(RequestStatus.PENDING, happens(0.7) ? Party.CUSTOMER : Party.SUPPLIER);
        later(Duration.ofHours(8));
        move(RequestStatus.OPEN, null);
    }

    private void reply(Duration mean) {
        later(mean);
        Author agent = new Author(AuthorKind.AGENT, "ada", null);
        tell(new ReplySent(id + "-r" + events.size(), agent, Visibility.PUBLIC, "On its way.", false, at));
    }

    private void move(RequestStatus to, @Nullable Party party) {
        tell(new StatusChanged(status, to, null, party));
        status = to;
    }

    /** So much later on average, five times that at the most. */
    private void later(Duration mean) {
        double times = Math.min(5, -Math.log(1 - random.nextDouble()));
        at = at.plus(Math.round(mean.toMillis() * times) + 1, ChronoUnit.MILLIS);
    }

    private boolean happens(double share) {
        return random.nextDouble() < share;
    }

    private void tell(Event event) {
        long sequence = sequences.merge(event.owner(), 1L, Long::sum);
        events.add(new StreamEvent(id, sequence, at, null, event));
    }
}
