package io.beforehand.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.localstack.demo.Course.Ending;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    @Test
    void theSameSeedTellsTheSameStories() {
        assertThat(stories(7, 100)).isEqualTo(stories(7, 100));
        assertThat(stories(7, 100)).isNotEqualTo(stories(8, 100));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 9_999})
    void theFirstMinuteHasSomethingOfEverything(long seed) {
        // When
        List<Story> minute = stories(seed, 60).stream()
                .filter(story -> story.at().compareTo(Duration.ofMinutes(1)) < 0)
                .toList();

        // Then
        assertThat(minute).hasSizeBetween(11, 24);
        assertThat(minute)
                .extracting(Story::channel)
                .contains(Channel.EMAIL, Channel.CHAT, Channel.SOCIAL, Channel.APP);
        assertThat(minute).extracting(story -> story.letter().priority()).contains(Priority.values());
        assertThat(minute).extracting(story -> story.course().ending()).contains(Ending.values());
        assertThat(minute.subList(0, 4)).anyMatch(ScriptTest::breaksItsPromise);
    }

    @Test
    void customersWriteOneAfterTheOtherAndEachIsSomebodyElse() {
        // When
        List<Story> stories = stories(3, 200);

        // Then
        assertThat(stories).extracting(Story::at).isSorted().doesNotHaveDuplicates();
        assertThat(stories).extracting(story -> story.customer().id()).doesNotHaveDuplicates();
    }

    @Test
    void whoGoesToLunchComesBackBeforeTheNextRound() {
        // When
        List<Shift> shifts = new Script(1, Texts.shipped()).shifts();

        // Then
        for (Agent agent : Agent.ALL) {
            assertThat(shifts.stream().filter(shift -> shift.agent().equals(agent)))
                    .extracting(Shift::state)
                    .containsExactly("lunch", "available");
        }
        assertThat(shifts).allMatch(shift -> shift.at().compareTo(Script.day()) < 0);
    }

    @Test
    void everyLetterHasItsWords() {
        Texts texts = Texts.shipped();
        assertThat(texts.letters()).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
        assertThat(texts.letters()).allSatisfy(letter -> {
            assertThat(texts.answerTo(letter)).isNotBlank();
            assertThat(texts.names().get(letter.locale())).isNotEmpty();
            assertThat(texts.again().get(letter.locale())).isNotEmpty();
            assertThat(texts.thanks().get(letter.locale())).isNotEmpty();
        });
    }

    private static boolean breaksItsPromise(Story story) {
        return Promises.ALL.stream()
                .filter(promises -> promises.priority() == story.letter().priority())
                .anyMatch(promises -> story.course().answerAfter().toSeconds() > promises.firstResponse());
    }

    private static List<Story> stories(long seed, int count) {
        Script script = new Script(seed, Texts.shipped());
        return Stream.generate(script::next).limit(count).toList();
    }
}
