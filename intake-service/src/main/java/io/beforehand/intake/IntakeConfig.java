package io.beforehand.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How intake behaves. */
@ConfigMapping(prefix = "beforehand.intake")
public interface IntakeConfig {

    /** The disputed amount from which a request is urgent, in the organisation's own currency. */
    @WithDefault("10000")
    BigDecimal largeAmount();

    /** Events in one batch at the most. A batch is one transaction; more would keep others waiting. */
    @WithDefault("100")
    int maxEvents();

    /** How writes are committed together. */
    Commit commit();

    /** How long things are kept. */
    Keep keep();

    /** What is accepted as a mail. */
    Mail mail();

    /** How much one channel account may send to one replica. */
    Rate rate();

    /** For how long a request that is over goes on when its customer writes again; 0s: never. */
    Reopen reopen();

    /** How messages are classified. */
    Classification classification();

    /**
     * Channel accounts that are part of the deployment, by any name. An account that was put through the API under the same kind
     * and account counts instead.
     */
    Map<String, Account> accounts();

    interface Commit {

        /** Calls that share a commit at the most. A commit takes about ten statements, however many calls share it. */
        @WithDefault("300")
        int maxCalls();

        /** The time between the beginnings of two commits at the least; the first after a while waits for nothing. */
        @WithDefault("20ms")
        Duration apart();

        /** Commits under way at the same time; each takes a connection. */
        @WithDefault("4")
        int inFlight();

        /** Calls that wait at the most; further ones are told to come back, which is better than a queue that outlives its callers. */
        @WithDefault("5000")
        int maxWaiting();

        /** How long a caller waits. What is not known to be stored by then is answered with 503, and may be sent again. */
        @WithDefault("5s")
        Duration deadline();
    }

    interface Reopen {

        /** How long after the last activity of a resolved request: a week, in which people find that it is not solved after all. */
        @WithDefault("7d")
        Duration resolvedWithin();

        /** How long after the last activity of a closed request: never, as closing is meant to be final. */
        @WithDefault("0s")
        Duration closedWithin();

        /** How long after the last activity of either in a channel without threads: a day, after which he likely means something else. */
        @WithDefault("24h")
        Duration inactivity();
    }

    interface Mail {

        /** The largest mail accepted, files in Base64 included: what large providers let through. */
        @WithDefault("25M")
        MemorySize maxSize();

        /** Files in one mail at the most; people send fewer, machines can send any number. */
        @WithDefault("50")
        int maxAttachments();

        /** Mails being taken at the same time, by their sizes; further ones are told to come back. Never more than an eighth of the heap. */
        @WithDefault("100M")
        MemorySize maxInFlight();
    }

    interface Rate {

        /** Deliveries a second, for as long as they come: far more than people write, and less than one replica takes. */
        @WithDefault("500")
        int perSecond();

        /** Deliveries at once after a quiet while, such as what a channel kept back during an outage. */
        @WithDefault("2000")
        int burst();
    }

    interface Classification {

        /** How probable a category must be for the classifier to count more than rules; below this they are right more often. */
        @WithDefault("0.6")
        double sure();

        /** How probable it must be where no rule applies: about every other such guess is right. 1, in both places, leaves the classifier out. */
        @WithDefault("0.4")
        double likely();

        /** How often the classifier looks for new corrections at the most; learning takes some tenths of a second of one processor. */
        @WithDefault("5m")
        Duration learnEvery();

        /** How many corrections to a category are needed before it is learned: one may be a slip. */
        @WithDefault("3")
        int leastExamples();

        /** How many corrections are learned from, the latest; more would take longer and say little new. */
        @WithDefault("3000")
        int maxExamples();
    }

    interface Keep {

        /** How long the id of an event stays taken: longer than any channel redelivers, at least 7 days. */
        @WithDefault("30d")
        Duration eventIds();

        /**
         * How long a change of a message is kept that has not come yet, and an answer to one: as long as channels go on trying, a week.
         */
        @WithDefault("7d")
        Duration earlyChanges();

        /** How long a closed request is kept after its last change. */
        @WithDefault("1095d")
        Duration closedRequests();

        /** How long a customer of whom no request is left is kept after he was last heard of; at least 2 days. */
        @WithDefault("1095d")
        Duration customers();
    }

    interface Account {

        /** The channel kind, such as {@code cloudevents}. */
        String kind();

        /** The account; for {@code cloudevents} the events' source. */
        String account();

        /** The current secret and previous ones that are still good. */
        @WithDefault("")
        List<String> secrets();

        /** What the channel shows when it asks whether it has found us. */
        Optional<String> verifyToken();

        /** What the channel encrypts with. */
        Optional<String> aesKey();

        /**
         * Whom encrypted deliveries are for; of Meta's kinds the app by which our own answers are sent, of mails by Amazon the topic.
         */
        Optional<String> receiveId();

        /** What signatures are checked with, PEM or Base64. */
        Optional<String> publicKey();

        /** The address by which the channel calls us, where a proxy hides it. */
        Optional<String> publicUrl();

        /** The keys of token issuers, or their https address. */
        Optional<String> jwks();

        /** Whom tokens have to be for. */
        Optional<String> audience();

        /** Who has to have issued them. */
        Optional<String> issuer();

        /** The language of customers of whom none is known. */
        Optional<String> locale();

        /** The team of new requests. */
        Optional<String> team();

        /** The tier of customers of whom none is known. */
        Optional<String> tier();
    }
}
