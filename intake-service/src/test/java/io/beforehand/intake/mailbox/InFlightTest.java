package io.beforehand.intake.mailbox;

import static io.beforehand.intake.Api.refused;
import static org.awaitility.Awaitility.await;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.mailbox.Post.Letter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails that are under way. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class InFlightTest {

    @Test
    void whoeverLeavesMailsUnfinishedKeepsNobodyOut() throws Exception {
        // Given
        String account = Post.mailbox();
        List<Socket> unfinished = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            unfinished.add(Post.begin(account, 1));
        }

        // Then
        Post.deliver(account, Letter.from("ann@home.example")).then().statusCode(202);

        for (Socket socket : unfinished) {
            socket.close();
        }
    }

    @Test
    void whoeverSendsMoreAtATimeThanThereIsRoomForIsTurnedAwayUntilThereIs() throws Exception {
        // Given
        String account = Post.mailbox();
        List<Socket> unfinished = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            unfinished.add(Post.begin(account, 20 * 1024 * 1024));
        }

        // When
        Letter large = Letter.from("ann@home.example").saying("x".repeat(20 * 1024 * 1024));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> refused(Post.deliver(account, large), 429, "rate-limited"));
        for (Socket socket : unfinished) {
            socket.close();
        }

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> Post.deliver(account, large).then().statusCode(202));
    }
}
