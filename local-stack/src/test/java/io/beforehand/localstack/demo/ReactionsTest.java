package io.beforehand.localstack.demo;

import static io.beforehand.localstack.demo.Heard.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.Channel;
import io.beforehand.events.NotificationEvent.AlertRaised;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.localstack.demo.Act.Later;
import io.beforehand.localstack.demo.Course.Ending;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReactionsTest {

    private final Reactions reactions = new Reactions();

    @Test
    void whoIsGivenARequestAnswersItWhicheverIsHeardFirst() {
        // Given
        Story story = story(Ending.SILENCE);
        Later answer = new Later(Duration.ofSeconds(5), new Act.Answer("req-1", Agent.ADA, story));

        // Then
        assertThat(reactions.after(at(0, Heard.assigned()))).isEmpty();
        assertThat(reactions.began("req-1", story)).containsExactly(answer);
        assertThat(reactions.after(at(1, Heard.assigned()))).as("only once").isEmpty();
    }

    @Test
    void whoIsContentSaysThanksAndIsDone() {
        // Given
        Story story = story(Ending.THANKS);
        reactions.began("req-1", story);
        reactions.after(at(0, Heard.assigned()));

        // Then
        assertThat(reactions.after(at(5, Heard.answered(5))))
                .extracting(Later::act)
                .containsExactly(new Act.WriteAgain(story));
        assertThat(reactions.after(at(9, thanks()))).extracting(Later::act).containsExactly(new Act.Resolve("req-1"));
    }

    @Test
    void whoIsNotContentGetsASecondAnswer() {
        // Given
        Story story = story(Ending.AGAIN);
        reactions.began("req-1", story);
        reactions.after(at(0, Heard.assigned()));
        reactions.after(at(5, Heard.answered(5)));

        // Then
        assertThat(reactions.after(at(9, thanks())))
                .extracting(Later::act)
                .containsExactly(new Act.Answer("req-1", Agent.ADA, story));
        assertThat(reactions.after(at(18, Heard.answered(18))))
                .extracting(Later::act)
                .containsExactly(new Act.Resolve("req-1"));
    }

    @Test
    void onCallLooksAfterWhatIsBrokenAndNotAfterMereDanger() {
        assertThat(reactions.after(at(6, new AlertRaised("a-1", "warning:first-response", AlertLevel.WARNING))))
                .isEmpty();
        assertThat(reactions.after(at(12, new AlertRaised("a-1", "breach:first-response", AlertLevel.BREACH))))
                .extracting(Later::act)
                .containsExactly(new Act.LookAfter("a-1"));
    }

    private static CustomerMessaged thanks() {
        return new CustomerMessaged("m-2", "谢谢", Heard.START, null);
    }

    private static Story story(Ending ending) {
        Letter letter = new Letter("zh-CN", "billing", Priority.URGENT, "退款", "退款呢？");
        Course course = new Course(Duration.ofSeconds(5), ending, "谢谢");
        return new Story(0, Duration.ZERO, new Customer("customer-1", "王芳"), Channel.CHAT, letter, course);
    }
}
