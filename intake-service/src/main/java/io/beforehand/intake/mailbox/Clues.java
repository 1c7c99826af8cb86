package io.beforehand.intake.mailbox;

import io.beforehand.intake.mail.Address;
import io.beforehand.intake.mail.Mail;
import io.beforehand.intake.request.core.ReplyTokens;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the clues of a mail, the strongest first: what it answers, its thread from the latest back, its addresses, its subject. */
final class Clues {

    private static final Pattern NUMBER = Pattern.compile("\\[(R-\\d{1,18})]");

    private Clues() {}

    static List<Clue> of(Mail mail, ReplyTokens tokens) {
        Stream<Clue> thread = Stream.concat(mail.inReplyTo().stream(), mail.references().reversed().stream())
                .map(id -> OwnMail.of(id, tokens)
                        .<Clue>map(own -> new Clue.Names(own.requestId()))
                        .orElseGet(() -> new Clue.Answers(id)));
        Stream<Clue> addresses = mail.recipients().stream()
                .map(Address::address)
                .flatMap(address -> OwnMail.requestOf(address, tokens).stream())
                .map(Clue.Names::new);
        return Stream.of(thread, addresses, mentioned(mail).<Clue>map(Clue.Mentions::new).stream())
                .flatMap(clues -> clues)
                .distinct()
                .toList();
    }

    private static Optional<String> mentioned(Mail mail) {
        Matcher number = NUMBER.matcher(mail.subject() == null ? "" : mail.subject());
        return number.find() ? Optional.of(number.group(1)) : Optional.empty();
    }
}
