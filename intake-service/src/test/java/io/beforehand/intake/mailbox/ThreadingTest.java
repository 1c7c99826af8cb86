package io.beforehand.intake.mailbox;

import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.beforehand.events.Mail;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.RequestsTopic;
import io.beforehand.intake.mailbox.Post.Letter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which request a mail belongs to. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ThreadingTest {

    private static final String ANN = "ann@home.example";
    private static final String EVE = "eve@elsewhere.example";

    private final String root = unique("root") + "@home.example";
    private RequestsTopic topic;
    private String account;
    private String request;

    @BeforeEach
    void annHasARequest() {
        topic = new RequestsTopic();
        account = Post.mailbox();
        request = id(Post.deliver(
                account, Letter.from(ANN).with("Cc", "bob@home.example").id(root)));
    }

    @AfterEach
    void leaveTopic() {
        topic.close();
    }

    @Test
    void theEventsTellHowToAnswer() {
        Mail mail = opened(request);

        assertThat(mail.messageId()).isEqualTo(root);
        assertThat(mail.references()).isEmpty();
        assertThat(mail.replyToken()).matches("[a-z2-7]{40}");
        assertThat(mail.automatic()).isFalse();
    }

    @Test
    void anAnswerToAMailThatCameInJoins() {
        Response answer =
                Post.deliver(account, Letter.from(ANN).id(unique("r") + "@h").answering(root));

        joins(answer);
        assertThat(messaged(request).references()).containsExactly(root);
    }

    @Test
    void anAnswerToOurMailJoinsByItsToken() {
        String ours = unique("delivery") + "." + opened(request).replyToken() + "@shop.example";

        joins(Post.deliver(account, Letter.from(ANN).id(unique("r") + "@h").answering(ours.toUpperCase())));
        joins(Post.deliver(
                account,
                Letter.from(ANN).id(unique("r") + "@h").with("References", "<x@y> <" + ours + "> <unknown@z>")));
    }

    @Test
    void aMailToTheAddressWithTheTokenJoins() {
        String to = "support+" + opened(request).replyToken() + "@shop.example";

        joins(Post.deliver(account, Letter.from(ANN).id(unique("r") + "@h").with("Delivered-To", to)));
    }

    @Test
    void somebodyWhomTheCustomerWroteToAsWellHasAPart() {
        joins(Post.deliver(
                account,
                Letter.from("Bob <Bob@home.example>").id(unique("r") + "@h").answering(root)));
    }

    @Test
    void aStrangerWithTheTokenGetsALinkedRequestOfHisOwn() {
        // Given
        String ours = "d." + opened(request).replyToken() + "@shop.example";

        // When
        Response answer =
                Post.deliver(account, Letter.from(EVE).id(unique("e") + "@e").answering(ours));

        // Then
        opensLinked(answer);
        operator().get("/v1/requests/" + request).then().body("messages", hasSize(1));
    }

    @Test
    void aStrangerWhoKnowsAMessageIdJoinsNeitherByAnsweringNorByUsingIt() {
        opensLinked(
                Post.deliver(account, Letter.from(EVE).id(unique("e") + "@e").answering(root)));
        opensLinked(Post.deliver(account, Letter.from(EVE).id(root)));
        operator().get("/v1/requests/" + request).then().body("messages", hasSize(1));
    }

    @Test
    void theStrangersOwnThreadGoesOn() {
        String mine = unique("e") + "@e";
        String linked = id(Post.deliver(account, Letter.from(EVE).id(mine).answering(root)));

        Response answer =
                Post.deliver(account, Letter.from(EVE).id(unique("e") + "@e").answering(mine));

        answer.then().body("accepted[0].outcome", equalTo("appended")).body("accepted[0].requestId", equalTo(linked));
    }

    @Test
    void aForgedTokenLeadsNowhere() {
        String token = opened(request).replyToken();
        String forged = token.substring(0, 39) + (token.endsWith("a") ? "b" : "a");

        Response answer = Post.deliver(
                account, Letter.from(ANN).id(unique("r") + "@h").answering("d." + forged + "@shop.example"));

        answer.then().body("accepted[0].outcome", equalTo("opened"));
        operator().get("/v1/requests/" + id(answer)).then().body("links", equalTo(null));
    }

    @Test
    void aNumberInTheSubjectIsAHintForParticipantsOnly() {
        String number = operator().get("/v1/requests/" + request).path("number");

        joins(Post.deliver(
                account, Letter.from(ANN).id(unique("r") + "@h").with("Subject", "Re: [" + number + "] order")));
        Response stranger = Post.deliver(
                account, Letter.from(EVE).id(unique("e") + "@e").with("Subject", "Re: [" + number + "] order"));
        stranger.then().body("accepted[0].outcome", equalTo("opened"));
        operator().get("/v1/requests/" + id(stranger)).then().body("links", equalTo(null));
    }

    @Test
    void answersToAMailThatNeverCameInFindEachOther() {
        String elsewhere = unique("elsewhere") + "@home.example";

        Response first =
                Post.deliver(account, Letter.from(ANN).id(unique("r") + "@h").answering(elsewhere));
        Response second =
                Post.deliver(account, Letter.from(ANN).id(unique("r") + "@h").answering(elsewhere));

        first.then().body("accepted[0].outcome", equalTo("opened"));
        second.then()
                .body("accepted[0].outcome", equalTo("appended"))
                .body("accepted[0].requestId", equalTo(id(first)));
    }

    @Test
    void anotherMailboxKnowsNothingOfTheThread() {
        Response answer = Post.deliver(
                Post.mailbox(), Letter.from(ANN).id(unique("r") + "@h").answering(root));

        answer.then().body("accepted[0].outcome", equalTo("opened"));
    }

    @Test
    void aResolvedRequestIsOpenedAgainAndAClosedOneGoesOnInAnother() {
        json().body("{\"status\":\"resolved\"}").post("/v1/requests/" + request + "/status");
        joins(Post.deliver(account, Letter.from(ANN).id(unique("r") + "@h").answering(root)));
        operator().get("/v1/requests/" + request).then().body("status", equalTo("open"));

        json().body("{\"status\":\"closed\"}").post("/v1/requests/" + request + "/status");
        opensLinked(
                Post.deliver(account, Letter.from(ANN).id(unique("r") + "@h").answering(root)));
    }

    private void joins(Response answer) {
        answer.then()
                .statusCode(202)
                .body("accepted[0].outcome", equalTo("appended"))
                .body("accepted[0].requestId", equalTo(request));
    }

    private void opensLinked(Response answer) {
        answer.then().statusCode(202).body("accepted[0].outcome", equalTo("opened"));
        operator()
                .get("/v1/requests/" + id(answer))
                .then()
                .body("links[0].kind", equalTo("continues"))
                .body("links[0].requestId", equalTo(request));
    }

    private Mail opened(String requestId) {
        return told(requestId, RequestEvent.RequestOpened.class).mail();
    }

    private Mail messaged(String requestId) {
        return told(requestId, RequestEvent.CustomerMessaged.class).mail();
    }

    private <T> T told(String requestId, Class<T> type) {
        return await().until(
                        () -> topic.of(requestId).stream()
                                .map(StreamEvent::event)
                                .filter(type::isInstance)
                                .map(type::cast)
                                .toList(),
                        (List<T> found) -> !found.isEmpty())
                .getFirst();
    }

    private static String id(Response answer) {
        return answer.path("accepted[0].requestId");
    }
}
