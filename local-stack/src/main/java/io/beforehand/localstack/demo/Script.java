package io.beforehand.localstack.demo;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.localstack.demo.Course.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * What happens when, decided by a seed alone: the same seed tells the same stories. The first of them are chosen so that a minute
 * shows what the system does: one that is answered at once, one that nobody answers in time, a rush while somebody is at lunch.
 */
final class Script {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LUNCH = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofMinutes(3);

    /** Urgent chat answered at once, a mail, an urgent one that is neglected. */
    private static final List<Opening> OPENINGS = List.of(
            new Opening(Priority.URGENT, Channel.CHAT, 5, Ending.THANKS),
            new Opening(Priority.STANDARD, Channel.EMAIL, 9, Ending.SILENCE),
            new Opening(Priority.URGENT, Channel.APP, 17, Ending.AGAIN),
            new Opening(Priority.HIGH, Channel.SOCIAL, 13, Ending.AGAIN));

    private record Opening(Priority priority, Channel channel, int answerAfter, Ending ending) {}

    private final Random random;
    private final Texts texts;
    private final List<Letter> unread = new ArrayList<>();
    private Duration at = FIRST;
    private int index;

    Script(long seed, Texts texts) {
        this.random = new Random(seed);
        this.texts = texts;
    }

    /** The next request; they come without end, in the order of their times. */
    Story next() {
        Story story = index < OPENINGS.size() ? planned(OPENINGS.get(index)) : ordinary();
        index++;
        at = at.plusMillis(pause());
        return story;
    }

    /** Who comes and goes within one round of {@link #day}, which begins anew after it. */
    List<Shift> shifts() {
        Duration lunch = Duration.ofSeconds(20);
        List<Shift> shifts = new ArrayList<>();
        for (Agent agent : List.of(Agent.XIAOLIN, Agent.ADA, Agent.SAM, Agent.MEIHUA)) {
            shifts.add(new Shift(lunch, agent, "lunch"));
            shifts.add(new Shift(lunch.plus(LUNCH), agent, "available"));
            lunch = lunch.plusSeconds(40);
        }
        return List.copyOf(shifts);
    }

    /** How long a round of shifts takes. */
    static Duration day() {
        return DAY;
    }

    private Story planned(Opening opening) {
        return story(letter(opening.priority()), opening.channel(), opening.answerAfter(), opening.ending());
    }

    private Story ordinary() {
        Letter letter = unread().removeLast();
        boolean neglected = random.nextInt(7) == 0;
        int answerAfter = neglected ? 22 + random.nextInt(8) : 5 + random.nextInt(8);
        Ending ending = anyOf(List.of(Ending.THANKS, Ending.SILENCE, Ending.SILENCE, Ending.AGAIN));
        return story(letter, channel(letter), answerAfter, ending);
    }

    /** Nobody writes a mail about what is urgent. */
    private Channel channel(Letter letter) {
        Channel channel = anyOf(List.of(Channel.CHAT, Channel.EMAIL, Channel.EMAIL, Channel.APP, Channel.SOCIAL));
        return channel == Channel.EMAIL && letter.priority() != Priority.STANDARD ? Channel.CHAT : channel;
    }

    private Story story(Letter letter, Channel channel, int answerAfter, Ending ending) {
        Course course = new Course(Duration.ofSeconds(answerAfter), ending, word(ending, letter.locale()));
        String name = anyOf(Objects.requireNonNull(texts.names().get(letter.locale())));
        Customer customer = new Customer("customer-" + (1000 + index), name);
        return new Story(index, at, customer, channel, letter, course);
    }

    private String word(Ending ending, String locale) {
        return switch (ending) {
            case SILENCE -> "";
            case THANKS -> anyOf(Objects.requireNonNull(texts.thanks().get(locale)));
            case AGAIN -> anyOf(Objects.requireNonNull(texts.again().get(locale)));
        };
    }

    private Letter letter(Priority priority) {
        Letter found = unread().stream()
                .filter(letter -> letter.priority() == priority)
                .findFirst()
                .orElseThrow();
        unread.remove(found);
        return found;
    }

    /** Every letter is used once before one is used again. */
    private List<Letter> unread() {
        if (unread.isEmpty()) {
            unread.addAll(texts.letters());
            Collections.shuffle(unread, random);
        }
        return unread;
    }

    /** A rush between twenty and forty seconds of each minute, and calm around it. */
    private int pause() {
        long second = at.toSecondsPart();
        return second >= 15 && second < 35 ? 1800 + random.nextInt(2200) : 4500 + random.nextInt(4000);
    }

    private <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
