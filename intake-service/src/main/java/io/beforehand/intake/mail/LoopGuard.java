package io.beforehand.intake.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells mails of machines from those of people, so that two machines do not answer each other for ever.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3834">RFC 3834, automatic responses to electronic mail</a>
 * @see <a href="https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxcmail/ced68690-498a-4567-9d14-5c01f974d8b1">
 *     X-Auto-Response-Suppress</a>
 */
final class LoopGuard {

    private static final Set<String> RESPONDER_FIELDS = Set.of(
            "x-autoreply",
            "x-autoreply-from",
            "x-autorespond",
            "x-autoresponder",
            "x-autoresponse",
            "x-auto-reply",
            "x-mail-autoreply",
            "x-facebook-notify-autoreply");

    private static final Set<String> NOBODIES = Set.of(
            "mailer-daemon",
            "postmaster",
            "noreply",
            "no-reply",
            "no_reply",
            "donotreply",
            "do-not-reply",
            "do_not_reply",
            "bounce",
            "bounces");

    private static final Set<String> BULK = Set.of("bulk", "list", "junk");

    /** How mail programs begin the subject of what they answer while their owner is away. */
    private static final Pattern AWAY = Pattern.compile("(?i)\\s*("
            + "(automatic|auto|automated)[- ]?(reply|response|answer)\\s*[:：].*"
            + "|out of (the )?office( auto-?reply| reply| message)?\\s*[:：].*|out of (the )?office (auto-?reply|reply|message).*"
            + "|vacation (reply|response|message)\\b.*"
            + "|[\\[【]?(自动(回复|答复|回覆)|自動(回覆|回復|答覆|返信|応答))[\\]】]?\\s*([:：].*|$|[\\[【(（].*)"
            + "|(外出|休假|不在(办公室|辦公室))(自动|自動)?(回复|答复|回覆|通知)\\s*[:：].*"
            + "|(不在(通知|のお知らせ))\\s*[:：]?.*"
            + "|automatische antwort\\s*:.*|abwesenheitsnotiz\\s*:?.*|réponse automatique\\s*:.*|respuesta automática\\s*:.*"
            + "|resposta automática\\s*:.*|автоответ\\s*:?.*|자동 ?(회신|응답)\\s*:.*)");

    private LoopGuard() {}

    static Nature judge(Headers headers, String subject, @Nullable Address from) {
        Optional<String> answered = answers(headers, subject);
        if (answered.isPresent()) {
            return new Nature.AutoReply(answered.get());
        }
        return machine(headers, from).<Nature>map(Nature.Machine::new).orElseGet(Nature.Person::new);
    }

    private static Optional<String> answers(Headers headers, String subject) {
        String submitted = headers.word("auto-submitted");
        if (submitted.equals("auto-replied")) {
            return Optional.of("auto-submitted");
        }
        if (AWAY.matcher(subject).matches()) {
            return Optional.of("subject");
        }
        if (submitted.startsWith("auto-") && isAnswer(headers)) {
            return Optional.of("auto-submitted");
        }
        if (headers.word("x-apple-action").equals("vacation")) {
            return Optional.of("x-apple-action");
        }
        if (headers.word("precedence").replace('-', '_').equals("auto_reply")) {
            return Optional.of("precedence");
        }
        if (suppressesAnswers(headers) && (isFromNobody(headers) || isAnswer(headers))) {
            return Optional.of("x-auto-response-suppress");
        }
        return RESPONDER_FIELDS.stream().filter(headers::has).findFirst();
    }

    private static Optional<String> machine(Headers headers, @Nullable Address from) {
        String submitted = headers.word("auto-submitted");
        if (!submitted.isEmpty() && !submitted.equals("no")) {
            return Optional.of("auto-submitted");
        }
        if (BULK.contains(headers.word("precedence"))) {
            return Optional.of("precedence");
        }
        if (headers.hasAnyBeginningWith("list-")) {
            return Optional.of("list");
        }
        if (suppressesAnswers(headers)) {
            return Optional.of("x-auto-response-suppress");
        }
        if (isFromNobody(headers)) {
            return Optional.of("null-return-path");
        }
        if (headers.has("x-loop") || headers.has("feedback-id")) {
            return Optional.of("loop-header");
        }
        return from != null && NOBODIES.contains(from.localPart()) ? Optional.of("sender") : Optional.empty();
    }

    /** Sent so that no bounce can come back. */
    private static boolean isFromNobody(Headers headers) {
        return headers.first("return-path")
                .filter(path -> path.replaceAll("\\s", "").equals("<>"))
                .isPresent();
    }

    private static boolean isAnswer(Headers headers) {
        return !MessageIds.of(headers.all("in-reply-to")).isEmpty();
    }

    private static boolean suppressesAnswers(Headers headers) {
        String suppressed = headers.first("x-auto-response-suppress").orElse("").toLowerCase(Locale.ROOT);
        return suppressed.contains("all") || suppressed.contains("oof") || suppressed.contains("autoreply");
    }
}
