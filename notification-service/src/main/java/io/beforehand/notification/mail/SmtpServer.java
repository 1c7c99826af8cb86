package io.beforehand.notification.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that takes our mails.
 *
 * @param login null for a server that asks for none
 */
public record SmtpServer(
        String host,
        int port,
        Encryption encryption,
        @Nullable Login login) {

    private static final int MAX_LENGTH = 2_000;

    /** How the connection is protected. */
    public enum Encryption {
        NONE,
        /** STARTTLS if the server offers it: safe from those who listen, not from those who meddle. */
        STARTTLS_IF_OFFERED,
        STARTTLS,
        /** From the first byte. */
        TLS
    }

    /** The user and the password for SASL. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login";
        }
    }

    /**
     * Reads {@code smtp://[user@]host[:port][?starttls=required|optional|never]} or {@code smtps://…}, and the secret: the
     * password if the URL names the user, else {@code user:password}, or nothing. Where a password is sent, STARTTLS is
     * required unless it is said otherwise.
     *
     * @throws IllegalArgumentException saying what is wrong, without the URL
     */
    public static SmtpServer parse(String url, @Nullable String secret) {
        URI uri = uri(url);
        Login login = login(uri, secret);
        return new SmtpServer(uri.getHost(), port(uri), encryption(uri, login != null), login);
    }

    /**
     * Checks a URL without its secret.
     *
     * @throws IllegalArgumentException saying what is wrong, without the URL
     */
    public static void check(String url) {
        URI uri = uri(url);
        encryption(uri, false);
    }

    private static URI uri(String url) {
        if (url.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("must not be longer than " + MAX_LENGTH + " characters");
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not a URL: " + e.getReason(), e);
        }
        if (!"smtp".equals(scheme(uri)) && !"smtps".equals(scheme(uri))) {
            throw new IllegalArgumentException("must start with smtp:// or smtps://");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new IllegalArgumentException("must name a host");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException("must have a port between 1 and 65535, or none");
        }
        if (uri.getRawUserInfo() != null && uri.getRawUserInfo().contains(":")) {
            throw new IllegalArgumentException("must not carry a password, which belongs into the secret");
        }
        if (!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
            throw new IllegalArgumentException("must not have a path");
        }
        return uri;
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return scheme(uri).equals("smtps") ? 465 : 587;
    }

    private static Encryption encryption(URI uri, boolean login) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        if (scheme(uri).equals("smtps")) {
            return Encryption.TLS;
        }
        return switch (query) {
            case "" -> login ? Encryption.STARTTLS : Encryption.STARTTLS_IF_OFFERED;
            case "starttls=required" -> Encryption.STARTTLS;
            case "starttls=optional" -> Encryption.STARTTLS_IF_OFFERED;
            case "starttls=never" -> Encryption.NONE;
            default -> throw new IllegalArgumentException("may say no more than starttls=required, optional or never");
        };
    }

    private static @Nullable Login login(URI uri, @Nullable String secret) {
        String user = uri.getRawUserInfo();
        if (user != null && !user.isEmpty()) {
            if (secret == null) {
                throw new IllegalArgumentException("names a user, but there is no secret");
            }
            return new Login(URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8), secret);
        }
        if (secret == null) {
            return null;
        }
        int colon = secret.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("names no user, so the secret must be user:password");
        }
        return new Login(secret.substring(0, colon), secret.substring(colon + 1));
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "SmtpServer";
    }
}
