package io.beforehand.intake.adapter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where channels say that pictures, voices and files are. Nothing is fetched here; what is dropped is known by its id at best. */
public final class MediaAddress {

    private static final int HTTPS = 443;

    private MediaAddress() {}

    /**
     * One that is fetched with a secret of ours: it must be of the channel's own hosts, or somebody else would get the secret.
     *
     * @param hosts each stands for itself and for what is under it
     * @return null if it is none of them, or not https
     */
    public static @Nullable String ofHosts(@Nullable String address, String... hosts) {
        Optional<URI> uri = https(address);
        if (uri.isEmpty() || uri.get().getPort() != -1 && uri.get().getPort() != HTTPS) {
            return null;
        }
        String host = uri.get().getHost().toLowerCase(Locale.ROOT);
        for (String known : hosts) {
            if (host.equals(known) || host.endsWith("." + known)) {
                return address;
            }
        }
        return null;
    }

    /** One that people open, wherever it leads. @return null for any scheme but https; what has no scheme leads nowhere by itself */
    public static @Nullable String open(@Nullable String address) {
        boolean opens = uri(address)
                .filter(uri -> uri.getScheme() == null ? uri.getAuthority() == null : isHttps(uri))
                .isPresent();
        return opens ? address : null;
    }

    private static Optional<URI> https(@Nullable String address) {
        return uri(address).filter(MediaAddress::isHttps);
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
    }

    private static Optional<URI> uri(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
