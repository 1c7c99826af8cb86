package io.beforehand.notification.update;

import io.beforehand.events.Channel;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.mail.MailThread;
import io.beforehand.notification.request.Correspondence;
import io.beforehand.notification.request.Handling;
import io.beforehand.notification.request.News;
import io.beforehand.notification.request.Outlook;
import io.beforehand.notification.request.Promise;
import io.beforehand.notification.request.Stage;
import io.beforehand.notification.template.Wording;
import io.beforehand.notification.testing.Golden;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateTextTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Promise SOON = new Promise.By(NOW.plusSeconds(3600));
    private static final Promise OVER = new Promise.Over();
    private static final Handling ADA = new Handling.Owned("Ada");

    @ParameterizedTest
    @EnumSource
    void anUpdateSaysWhatIsNewAndNoMore(Language language) {
        List<String> lines = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            lines.add(stage + ": " + text(language, OVER, ADA, new News(stage, null, false)));
        }
        lines.add("owner: " + text(language, SOON, ADA, new News(null, "Ada", false)));
        lines.add("waits, of another owner: " + text(language, OVER, ADA, new News(Stage.PENDING, "Ada", false)));
        lines.add("due, owned: " + text(language, OVER, ADA, new News(null, null, true)));
        lines.add("due, unanswered: " + text(language, SOON, ADA, new News(null, null, true)));
        lines.add("due, nobody: " + text(language, OVER, new Handling.Unknown(), new News(null, null, true)));
        lines.add("due, queued: "
                + text(language, OVER, new Handling.QueuedFor(3, Duration.ofMinutes(7)), new News(null, null, true)));
        Golden.assertMatches("update." + language.tag() + ".txt", String.join("\n", lines));
    }

    private static String text(Language language, Promise promise, Handling handling, News news) {
        Correspondence to = new Correspondence(
                "R-1042", Channel.CHAT, "default", "conv-77", "wang@example.com", language, MailThread.NONE, false);
        return new UpdateText(Wording.SHIPPED, ZoneId.of("Asia/Shanghai"))
                .write(to, new Outlook(promise, handling), news, NOW);
    }
}
