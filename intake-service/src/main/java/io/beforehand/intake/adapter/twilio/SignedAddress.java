package io.beforehand.intake.adapter.twilio;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that Twilio may have signed. It signs the one that it was given, and what arrives here may have come through proxies
 * that changed host, port and path.
 *
 * <p>{@code publicUrl} is either that address, with its query or without it, or what the path is appended to ({@code
 * https://host}, {@code https://host/prefix}). Without it the header {@code Host} is believed: a signature that fits it was made with
 * the account's token all the same. Twilio signs some addresses with their default port and some without, so each counts in all
 * three ways.
 */
final class SignedAddress {

    private static final Pattern PARTS = Pattern.compile("(https://)(\\[[^\\]/?]*]|[^:/?]*)(:[0-9]{1,5})?(.*)");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

    private SignedAddress() {}

    static void check(@Nullable String publicUrl) {
        if (publicUrl == null) {
            return;
        }
        try {
            URI uri = new URI(publicUrl);
            if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getFragment() != null) {
                throw new InvalidKeysException("publicUrl", "must be an address of https");
            }
        } catch (URISyntaxException _) {
            throw new InvalidKeysException("publicUrl", "must be an address of https");
        }
    }

    static Set<String> candidates(Delivery delivery, AccountKeys keys) {
        Set<String> addresses = new LinkedHashSet<>();
        String publicUrl = keys.publicUrl();
        if (publicUrl == null) {
            host(delivery).ifPresent(host -> addPorts(addresses, "https://" + host + delivery.target()));
        } else if (publicUrl.contains("?")) {
            addPorts(addresses, publicUrl);
        } else {
            String query = delivery.rawQuery();
            addPorts(addresses, query.isEmpty() ? publicUrl : publicUrl + "?" + query);
            addPorts(addresses, publicUrl.replaceFirst("/+$", "") + delivery.target());
        }
        return addresses;
    }

    private static Optional<String> host(Delivery delivery) {
        return delivery.header("host").filter(host -> HOST.matcher(host).matches());
    }

    private static void addPorts(Set<String> addresses, String address) {
        addresses.add(address);
        Matcher parts = PARTS.matcher(address);
        if (parts.matches()) {
            addresses.add(parts.group(1) + parts.group(2) + parts.group(4));
            if (parts.group(3) == null) {
                addresses.add(parts.group(1) + parts.group(2) + ":443" + parts.group(4));
            }
        }
    }
}
