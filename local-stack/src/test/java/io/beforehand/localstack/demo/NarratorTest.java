package io.beforehand.localstack.demo;

import static io.beforehand.localstack.demo.Heard.FIRST_RESPONSE;
import static io.beforehand.localstack.demo.Heard.START;
import static io.beforehand.localstack.demo.Heard.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.events.Channel;
import io.beforehand.events.NotificationEvent.AcknowledgementSent;
import io.beforehand.events.NotificationEvent.AlertAcknowledged;
import io.beforehand.events.NotificationEvent.UpdateSent;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestQueued;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.events.SlaEvent.WarningRaised;
import io.beforehand.events.StreamEvent;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NarratorTest {

    private final Narrator narrator = new Narrator();
    private final Painter painter = new Painter(110, false, ZoneOffset.UTC);

    @Test
    void aBrokenPromiseIsToldFromTheFirstWordToTheLateAnswer() {
        // When
        List<String> lines = told(
                at(0, Heard.opened()),
                at(0, Heard.promised()),
                at(0, new RequestQueued("support", 2, Duration.ofSeconds(8))),
                at(1, new AcknowledgementSent("d-1", Channel.CHAT, "default", START, START.plusSeconds(12))),
                at(4, Heard.assigned()),
                at(6, new WarningRaised(FIRST_RESPONSE, "50%", START.plusSeconds(12), Duration.ofSeconds(6), false)),
                at(12, new DeadlineBreached(FIRST_RESPONSE, START.plusSeconds(12), Duration.ZERO, false)),
                at(14, new AlertAcknowledged("a-1", "Kim")),
                at(17, Heard.answered(17)),
                at(17, new ClockMet(FIRST_RESPONSE, START.plusSeconds(17), START.plusSeconds(12), true)),
                at(19, new CustomerMessaged("m-9", "好了，谢谢！", START, null)),
                at(22, new StatusChanged(RequestStatus.OPEN, RequestStatus.RESOLVED, null, null)));

        // Then
        assertThat(lines)
                .containsExactly(
                        "09:00:00  R-1003  NEW     王芳 writes by chat, urgent: “我被重复扣款了两次， 请马上退回来！”",
                        "09:00:00  R-1003  QUEUE   everybody suitable is busy: 王芳 is number 2 in the queue, some 8 s to wait",
                        "09:00:01  R-1003  TOLD    王芳 hears that it arrived, and to expect an answer within 11 s",
                        "09:00:04  R-1003  OWNER   Ada takes care of 王芳; 8 s left to answer",
                        "09:00:06  R-1003  WARNING only 6 s of 12 s left for an answer to 王芳; Ada has it",
                        "09:00:12  R-1003  BROKEN  12 s are over without an answer to 王芳; Ada has it",
                        "09:00:14  R-1003  ON CALL Kim looks after 王芳 now",
                        "09:00:17  R-1003  ANSWER  Ada answers 王芳, 5 s too late: “马上处理。”",
                        "09:00:19  R-1003  AGAIN   王芳 writes again: “好了，谢谢！”",
                        "09:00:22  R-1003  SOLVED  王芳 is helped, 22 s after writing first");
    }

    @Test
    void anAnswerInTimeSaysHowMuchTimeWasLeft() {
        assertThat(told(
                        at(0, Heard.opened()),
                        at(0, Heard.promised()),
                        at(5, Heard.answered(5)),
                        at(5, new ClockMet(FIRST_RESPONSE, START.plusSeconds(5), START.plusSeconds(12), false))))
                .last()
                .isEqualTo("09:00:05  R-1003  ANSWER  Ada answers 王芳, 7 s before time was up: “马上处理。”");
    }

    @Test
    void anAnswerThatNobodyWasPromisedIsToldAtOnce() {
        assertThat(told(at(0, Heard.opened()), at(5, Heard.answered(5))))
                .last()
                .isEqualTo("09:00:05  R-1003  ANSWER  Ada answers 王芳: “马上处理。”");
    }

    @Test
    void whatIsHeardBeforeTheOpeningIsToldAfterIt() {
        // When
        List<String> before = told(at(1, Heard.assigned()), at(0, Heard.promised()));
        List<String> after = told(at(0, Heard.opened()));

        // Then
        assertThat(before).isEmpty();
        assertThat(after)
                .hasSize(2)
                .last()
                .isEqualTo("09:00:01  R-1003  OWNER   Ada takes care of 王芳; 11 s left to answer");
    }

    @Test
    void anUpdateIsToldInTheWordsThatReachedTheCustomer() throws Exception {
        // Given
        told(at(0, Heard.opened()));
        narrator.read(
                new ObjectMapper().readTree("{\"deliveryId\":\"u-1\",\"kind\":\"update\",\"text\":\"现在由 Ada 处理\"}"));

        // When
        List<String> lines = told(at(7, new UpdateSent("u-1", Channel.CHAT, "default", START)));

        // Then
        assertThat(lines).containsExactly("09:00:07  R-1003  UPDATE  王芳 hears how things stand: “现在由 Ada 处理”");
    }

    @Test
    void aPageSaysWhatIsLateByHowMuchAndWhoHasIt() throws Exception {
        // Given
        told(at(0, Heard.opened()), at(1, Heard.assigned()));

        // When
        Line line = narrator.page(new ObjectMapper().readTree("""
                                {"kind":"alert","level":"breach","number":"R-1003","metric":"first-response","count":3,"lateBy":"PT1.2S"}"""), START.plusSeconds(13));

        // Then
        assertThat(painter.paint(line))
                .isEqualTo(
                        "09:00:13  R-1003  ON CALL is told: an answer to 王芳 is 1 s late; Ada has it; and 2 more in danger, late or\n"
                                + "                          over");
    }

    @Test
    void whatWasBeforeIsKnownAndNotTold() {
        // Given
        narrator.learn(at(0, Heard.opened()));

        // When
        List<String> lines = told(at(1, Heard.assigned()));

        // Then
        assertThat(lines).containsExactly("09:00:01  R-1003  OWNER   Ada takes care of 王芳");
        assertThat(narrator.tally()).startsWith("0 requests came, 1 open now (0 of them wait for somebody).");
    }

    private List<String> told(StreamEvent... events) {
        List<String> lines = new ArrayList<>();
        for (StreamEvent event : events) {
            narrator.hear(event).forEach(line -> lines.add(painter.paint(line)));
        }
        return lines;
    }
}
