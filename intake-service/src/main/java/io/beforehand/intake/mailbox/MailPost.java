package io.beforehand.intake.mailbox;

import io.beforehand.events.TraceContext;
import io.beforehand.http.CurrentTrace;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.OperatorAuthentication;
import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.account.AccountRates;
import io.beforehand.intake.account.Accounts;
import io.beforehand.intake.account.Mailbox;
import io.beforehand.intake.body.BodyReader;
import io.beforehand.intake.body.IncomingBody;
import io.beforehand.intake.mail.Mail;
import io.beforehand.intake.mail.MailLimits;
import io.beforehand.intake.mail.MailReader;
import io.beforehand.intake.mail.MalformedMailException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Takes mails, as {@code message/rfc822} with a secret of the mailbox. Nothing of a mail is read before the secret is checked. */
@ApplicationScoped
public class MailPost {

    /** The kind of mailboxes that mails come to as they are. */
    public static final String KIND = "email";

    private static final Set<String> MAIL_TYPES = Set.of("message/rfc822", "message/global");

    private final Accounts accounts;
    private final AccountRates rates;
    private final BodyReader bodies;
    private final MailReader reader;
    private final MailDesk desk;
    private final CurrentTrace trace;
    private final Duration deadline;

    MailPost(
            Accounts accounts,
            AccountRates rates,
            BodyReader bodies,
            MailDesk desk,
            CurrentTrace trace,
            IntakeConfig config) {
        this.accounts = accounts;
        this.rates = rates;
        this.bodies = bodies;
        this.desk = desk;
        this.trace = trace;
        this.deadline = config.commit().deadline();
        this.reader = new MailReader(new MailLimits(
                MailLimits.DEFAULT.parts(),
                MailLimits.DEFAULT.depth(),
                config.mail().maxAttachments()));
    }

    /** @return 202 once the mail is stored */
    public Uni<Response> post(String account, HttpHeaders headers, RoutingContext call) {
        mustBeMail(headers);
        String token = OperatorAuthentication.bearer(headers.getHeaderString(HttpHeaders.AUTHORIZATION))
                .orElseThrow(() -> new ProblemException(ErrorCode.TOKEN_INVALID));
        TraceContext context = trace.get();
        Context eventLoop = Objects.requireNonNull(Vertx.currentContext());
        return accounts.mailbox(account)
                .ifNoItem()
                .after(deadline)
                .failWith(() -> new TimeoutException("accounts not read in time"))
                .map(found -> admitted(found, token))
                .invoke(() -> rates.count(KIND, account))
                .flatMap(mailbox -> bodies.lend(call.request(), body -> read(body, mailbox, eventLoop)
                        .flatMap(mail -> desk.take(mail, account, null, mailbox.defaults(), context))))
                .map(accepted -> Response.accepted(accepted).build());
    }

    /** Reading a large mail takes a while, so it is done where it holds up nobody. */
    private Uni<Mail> read(IncomingBody body, Mailbox mailbox, Context eventLoop) {
        return Uni.createFrom()
                .item(body)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(bytes -> reader.read(bytes.take(), mailbox.defaults().locale()))
                .onFailure(MalformedMailException.class)
                .transform(MailPost::refused)
                .emitOn(work -> eventLoop.runOnContext(_ -> work.run()));
    }

    private static Throwable refused(Throwable malformed) {
        String reason = String.valueOf(malformed.getMessage());
        return reason.equals(MalformedMailException.TOO_MANY_ATTACHMENTS)
                ? new ProblemException(ErrorCode.BODY_TOO_LARGE, "the mail has too many attachments")
                        .with("reason", reason)
                : new ProblemException(ErrorCode.MALFORMED_MAIL).with("reason", reason);
    }

    private static Mailbox admitted(Optional<Mailbox> found, String token) {
        Mailbox mailbox = found.orElseThrow(() -> new ProblemException(ErrorCode.ACCOUNT_UNKNOWN));
        if (!mailbox.admits(token)) {
            throw new ProblemException(ErrorCode.TOKEN_INVALID);
        }
        return mailbox;
    }

    private static void mustBeMail(HttpHeaders headers) {
        if (headers.getHeaderString(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "compressed bodies are not accepted");
        }
        if (!MAIL_TYPES.contains(type(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)))) {
            throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "mails are accepted as message/rfc822 only");
        }
    }

    private static String type(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
