package io.beforehand.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.events.StreamEvent;
import io.beforehand.localstack.Delivery;
import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Operator;
import io.beforehand.localstack.Service;
import io.beforehand.localstack.up.Programme;
import io.beforehand.localstack.up.Screen;
import io.beforehand.localstack.up.Up;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The main program behind {@code ./beforehand demo}: brings the stack up, plays the script in it and narrates. */
public final class Demo implements Programme {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a minute is too short for otherwise. */
    private static final Map<String, String> HURRIED =
            Map.of("BEFOREHAND_UPDATE_QUIET_AFTER_ACKNOWLEDGEMENT", "5s", "BEFOREHAND_ALERT_INTERVAL", "10s");

    private final Options options;
    private final Painter painter;
    private final Narrator narrator = new Narrator();
    private final ScheduledExecutorService minutes = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo minutes").factory());
    private @Nullable Topics topics;
    private @Nullable Player player;
    private volatile boolean ending;

    private Demo(Options options) {
        this.options = options;
        this.painter = new Painter(options.width(), options.colours(), ZoneId.systemDefault());
    }

    /** @param arguments as those of {@code up}, and perhaps {@code --seed N}, {@code --width N}, {@code --colours} */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> all = List.of(arguments);
        Up.run(all, new Demo(Options.of(all)));
    }

    @Override
    public Map<String, String> settings(Service service) {
        return service == Service.NOTIFICATION ? HURRIED : Map.of();
    }

    @Override
    public void begin(LocalStack stack, Screen screen) {
        Script script = new Script(options.seed(), Texts.shipped());
        String run = "demo-" + Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX);
        Player playing =
                new Player(new Operator(stack), script, Texts.shipped(), run, trouble -> note(screen, trouble));
        player = playing;
        Topics listening = new Topics(stack.kafka().bootstrapServers());
        topics = listening;
        listening.past(narrator::learn);
        playing.prepare(leftOpen());
        stack.sink().onDelivery(delivery -> arrived(delivery, screen));
        screen.line("\nReady after %.1f s.".formatted(screen.secondsPassed()));
        Summary summary = new Summary(stack, options.width());
        screen.line(summary.opening(options.seed()));
        listening.listen(event -> {
            tell(event, screen);
            playing.hear(event);
        });
        playing.begin();
        Instant begun = Instant.now();
        minutes.scheduleAtFixedRate(() -> screen.line(minute(summary, begun)), 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public void end() {
        ending = true;
        minutes.shutdownNow();
        if (player != null) {
            player.end();
        }
        if (topics != null) {
            topics.stop();
        }
    }

    private String minute(Summary summary, Instant begun) {
        Instant now = Instant.now();
        return summary.after(
                (int) Math.round(java.time.Duration.between(begun, now).toSeconds() / 60.0), narrator, now);
    }

    private List<String> leftOpen() {
        return narrator.open().stream()
                .filter(subject ->
                        Promises.TIER.equals(subject.opened().customer().tier()))
                .map(Subject::id)
                .toList();
    }

    private void tell(StreamEvent event, Screen screen) {
        narrator.hear(event).forEach(line -> show(line, screen));
    }

    private void arrived(Delivery delivery, Screen screen) {
        if (!delivery.accepted()) {
            return;
        }
        try {
            var message = JSON.readTree(delivery.body());
            if (message.path("kind").asText().equals("alert")) {
                show(narrator.page(message, delivery.receivedAt()), screen);
            } else {
                narrator.read(message);
            }
        } catch (JsonProcessingException e) {
            throw new LocalStackException("A message to the sink is no JSON.", e);
        }
    }

    private void note(Screen screen, String trouble) {
        show(new Line(Instant.now(), "", Label.NOTE, "the demo could not do something, and goes on", trouble), screen);
    }

    private void show(Line line, Screen screen) {
        if (!ending) {
            screen.line(painter.paint(line));
        }
    }
}
