package io.beforehand.notification.webhook;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Finds the address to connect to. Threads of its own, as many as lookups are under way: a name server that hangs for one
 * destination must not hold up another. The JDK caches what was found for half a minute.
 */
@ApplicationScoped
public class AddressBook {

    private final boolean allowPrivate;
    private final ExecutorService lookups = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("delivery-address-", 0).factory());

    AddressBook(WebhookConfig config) {
        this.allowPrivate = config.allowPrivateAddresses();
    }

    /** An address that may be talked to; empty when the name has only others; fails when it has none. */
    public Uni<Optional<InetAddress>> find(String host) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> Arrays.stream(InetAddress.getAllByName(host))
                        .filter(address -> allowPrivate || PublicAddresses.contains(address))
                        .findFirst()))
                .runSubscriptionOn(lookups);
    }

    @PreDestroy
    void close() {
        lookups.shutdownNow();
    }
}
