package io.beforehand.intake.ingest;

import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.EventLimits;
import io.beforehand.events.Party;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.Visibility;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.request.core.Attachment;
import io.beforehand.intake.request.core.Command;
import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.intake.request.core.Defaults;
import io.beforehand.intake.request.core.Hints;
import io.beforehand.intake.request.core.Message;
import io.beforehand.intake.request.core.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.zone.ZoneRulesProvider;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads commands out of the data of events and the bodies of calls; both look the same. */
final class Commands {

    private static final int MAX_ID = 256;
    private static final int MAX_ACCOUNT = 128;
    private static final int MAX_NAME = 256;
    private static final int MAX_WORD = 64;
    private static final int MAX_SUBJECT = 1_000;
    private static final int MAX_REASON = 200;
    private static final int MAX_TEXT = Message.MAX_TEXT;
    private static final int MAX_URL = 2_048;
    private static final int MAX_ATTACHMENTS = 20;
    private static final String DEFAULT_ACCOUNT = "default";

    private Commands() {}

    static Command customerMessage(Fields data, Defaults defaults) {
        Fields customer = data.requiredObject("customer");
        return new Command.CustomerMessage(
                conversation(data),
                new Customer(
                        customer.requiredWord("id", MAX_ID),
                        customer.word("name", MAX_NAME),
                        customer.word("tier", MAX_WORD),
                        locale(customer),
                        customer.word("address", MAX_NAME),
                        timeZone(customer)),
                data.text("subject", MAX_SUBJECT),
                data.text("text", MAX_TEXT),
                data.objects("attachments", MAX_ATTACHMENTS).stream()
                        .map(Commands::attachment)
                        .toList(),
                data.object("hints").map(Commands::hints).orElse(Hints.NONE),
                defaults,
                null,
                null,
                data.flag("threaded", true));
    }

    /** A reply that its channel has delivered already. */
    static Command replySent(Fields data) {
        return new Command.Reply(target(data), author(data), visibility(data), data.text("text", MAX_TEXT), false);
    }

    /** A reply to be delivered, if the customer is to see it; no longer than travels whole. */
    static Command reply(Target target, Fields body) {
        Visibility visibility = visibility(body);
        return new Command.Reply(
                target,
                author(body),
                visibility,
                body.requiredWord("text", EventLimits.MAX_REPLY),
                visibility == Visibility.PUBLIC);
    }

    static Command statusChanged(Fields data) {
        return setStatus(target(data), data);
    }

    /** @throws ProblemException for the reason that only merging gives */
    static Command setStatus(Target target, Fields body) {
        if (StatusChanged.MERGED.equals(body.word("reason", MAX_REASON))) {
            throw body.refuse("reason", "must not be " + StatusChanged.MERGED + ", which is said by merging");
        }
        return new Command.SetStatus(
                target,
                body.requiredOneOf("status", RequestStatus::of),
                body.word("reason", MAX_REASON),
                body.oneOf("party", Party::of));
    }

    /** The request goes on in another one. */
    static Command mergeRequest(String id, Fields body) {
        if (!(request(id) instanceof Target.OfRequest(String from))) {
            throw new ProblemException(ErrorCode.REQUEST_UNKNOWN);
        }
        String into = body.requiredWord("into", MAX_ID);
        try {
            return new Command.MergeRequest(
                    from, UUID.fromString(into).toString(), body.word("by", MAX_NAME), body.flag("force"));
        } catch (IllegalArgumentException _) {
            throw body.refuse("into", "must be a request's id");
        }
    }

    static Command requestChanged(Fields data) {
        return reclassify(target(data), data);
    }

    static Command reclassify(Target target, Fields body) {
        Command.Reclassify change = new Command.Reclassify(
                target,
                body.oneOf("priority", Priority::of),
                body.word("tier", MAX_WORD),
                body.word("category", MAX_WORD),
                body.word("team", MAX_WORD));
        if (change.priority() == null && change.tier() == null && change.category() == null && change.team() == null) {
            throw body.refuse("priority", "must be given, or tier, category or team");
        }
        return change;
    }

    /** @throws ProblemException {@code request-unknown} for what cannot be the id of any */
    static Target request(String id) {
        try {
            return new Target.OfRequest(UUID.fromString(id).toString());
        } catch (IllegalArgumentException _) {
            throw new ProblemException(ErrorCode.REQUEST_UNKNOWN);
        }
    }

    private static Target target(Fields data) {
        String requestId = data.word("requestId", MAX_ID);
        if (requestId != null) {
            return request(requestId);
        }
        if (data.word("conversation", MAX_ID) == null) {
            throw data.refuse("requestId", "must be given, or conversation and channel");
        }
        return new Target.OfConversation(conversation(data));
    }

    private static ConversationKey conversation(Fields data) {
        String account = data.word("account", MAX_ACCOUNT);
        return new ConversationKey(
                data.requiredOneOf("channel", Channel::of),
                account == null ? DEFAULT_ACCOUNT : account,
                data.requiredWord("conversation", MAX_ID));
    }

    private static Author author(Fields data) {
        Fields author = data.requiredObject("author");
        AuthorKind kind = author.requiredOneOf("kind", AuthorKind::of);
        if (kind == AuthorKind.CUSTOMER) {
            throw author.refuse("kind", "must be one of agent, bot, system");
        }
        return new Author(kind, author.requiredWord("id", MAX_ID), author.word("name", MAX_NAME));
    }

    private static Visibility visibility(Fields data) {
        return data.requiredOneOf("visibility", Visibility::of);
    }

    private static Hints hints(Fields hints) {
        Long affected = hints.wholeNumber("affectedCustomers", Integer.MAX_VALUE);
        return new Hints(
                hints.word("category", MAX_WORD),
                hints.oneOf("priority", Priority::of),
                affected == null ? null : affected.intValue(),
                hints.amount("amount"),
                hints.flag("security"));
    }

    private static Attachment attachment(Fields attachment) {
        String url = attachment.requiredWord("url", MAX_URL);
        if (!isWebAddress(url)) {
            throw attachment.refuse("url", "must be an http or https address");
        }
        return new Attachment(
                attachment.word("name", MAX_NAME),
                attachment.word("mediaType", MAX_NAME),
                attachment.wholeNumber("size", Long.MAX_VALUE),
                url);
    }

    private static boolean isWebAddress(String url) {
        try {
            String scheme = new URI(url).getScheme();
            return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static @Nullable String locale(Fields customer) {
        String tag = customer.word("locale", MAX_WORD);
        try {
            return tag == null
                    ? null
                    : new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException _) {
            throw customer.refuse("locale", "must be a BCP 47 language tag");
        }
    }

    /** A place by its name: an offset alone would be wrong for half a year. */
    private static @Nullable String timeZone(Fields customer) {
        String zone = customer.word("timeZone", MAX_WORD);
        if (zone != null && !ZoneRulesProvider.getAvailableZoneIds().contains(zone)) {
            throw customer.refuse("timeZone", "must be a time zone such as Europe/Berlin");
        }
        return zone;
    }
}
