package io.beforehand.intake.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A delivery as a channel really sends it, with what must come of it: {@code channels/FOLDER/NAME.meta.json}. */
public record Example(String folder, String name, JsonNode meta) {

    private static final Path ROOT = Path.of("src/test/resources/channels");
    private static final String PREVIOUS_SECRET = "a-previous-secret-that-is-still-good";

    /** Signs again what was signed with a key that does not lie beside the example. */
    private static final TokenIssuer ISSUER = new TokenIssuer("test-kid-1");

    /** When deliveries without a signed time come. */
    private static final Instant SOME_DAY = Instant.parse("2026-11-02T08:00:00Z");

    /** Folders whose channel goes by another name. */
    private static final Map<String, String> KINDS = Map.of("cti-generic", "cti", "asterisk", "cti");

    /** Those of the folders that have an adapter, in their order. */
    public static Stream<Example> all() {
        try (Stream<Path> files = Files.walk(ROOT, 2)) {
            return files
                    .filter(file -> file.toString().endsWith(".meta.json"))
                    .sorted()
                    .map(Example::read)
                    .filter(example -> Adapters.of(example.kind()).isPresent())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Example of(String folder, String name) {
        return read(ROOT.resolve(folder).resolve(name + ".meta.json"));
    }

    public String kind() {
        return KINDS.getOrDefault(folder, folder);
    }

    public ChannelAdapter adapter() {
        return Adapters.of(kind()).orElseThrow();
    }

    public String action() {
        return meta.path("action").asText();
    }

    public JsonNode expected() {
        return meta.path("expect");
    }

    /** What an operator would have set: the example's secret behind a previous one. */
    public AccountKeys keys() {
        JsonNode auth = meta.path("auth");
        List<String> secrets = new ArrayList<>();
        secrets.add(PREVIOUS_SECRET);
        said(auth, "secret").ifPresent(secrets::add);
        return new AccountKeys(
                secrets,
                said(auth, "secret").orElse(null),
                said(auth, "aes_key").orElse(null),
                said(auth, "receive_id").orElse(null),
                said(auth, "public_key")
                        .or(() -> said(auth, "certificate_file").map(this::sibling))
                        .orElse(null),
                said(auth, "signed_url").orElse(null),
                said(auth, "jwks_file")
                        .map(file -> hasOwnKeys() ? sibling(file) : ISSUER.keys())
                        .orElse(null),
                said(auth, "audience").orElse(null),
                said(auth, "issuer").orElse(null),
                null);
    }

    /** A moment after it was signed; now for what was signed long ago and must not pass. */
    public Instant now() {
        return said(meta.path("auth"), "must_fail").filter("stale"::equals).isPresent()
                ? SOME_DAY
                : said(meta.path("auth"), "timestamp")
                        .flatMap(Example::time)
                        .or(this::signedInBody)
                        .orElse(SOME_DAY);
    }

    /** SNS signs a time that is in the body. */
    private Optional<Instant> signedInBody() {
        return said(meta.path("auth"), "scheme").filter("aws-sns"::equals).flatMap(_ -> {
            try {
                return time(
                        new ObjectMapper().readTree(body()).path("Timestamp").asText());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public Delivery delivery() {
        JsonNode http = meta.path("http");
        JsonNode auth = meta.path("auth");
        Map<String, String> headers = new HashMap<>();
        http.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        said(http, "content_type").ifPresent(type -> headers.put("Content-Type", mediaType(type)));
        if (said(meta.path("auth"), "scheme").filter("basic-in-url"::equals).isPresent()) {
            headers.computeIfAbsent("Authorization", _ -> basic());
        }
        if (auth.has("jwks_file") && !hasOwnKeys()) {
            headers.computeIfPresent(
                    "Authorization", (name, token) -> "Bearer " + ISSUER.resigned(token.substring("Bearer ".length())));
        }
        if (auth.path("scheme").asText().equals("api-destination")) {
            headers.put("x-api-key", auth.path("secret").asText());
        }
        return new Delivery(http.path("method").asText("POST"), target(), headers, body());
    }

    /** What was sent; nothing where the file is the head of a GET. */
    public byte[] body() {
        return isHead() ? new byte[0] : bytes(meta.path("file").asText());
    }

    @Override
    public String toString() {
        return folder + "/" + name;
    }

    static Optional<String> said(JsonNode object, String field) {
        return Optional.ofNullable(
                object.path(field).isNull() ? null : object.path(field).asText(null));
    }

    private static Example read(Path file) {
        try {
            return new Example(
                    file.getParent().getFileName().toString(),
                    file.getFileName().toString().replace(".meta.json", ""),
                    new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sibling(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String file) {
        try {
            return Files.readAllBytes(ROOT.resolve(folder).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a client makes of {@code https://user:password@host/}. */
    private String basic() {
        byte[] userAndPassword = meta.path("auth").path("secret").asText().getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword);
    }

    /** Path and query: what is left of an address where it arrives. */
    private String target() {
        JsonNode auth = meta.path("auth");
        String url = said(meta.path("http"), "url").orElse("/v1/channels/" + kind() + "/example");
        String path = url.startsWith("https://") ? url.substring(url.indexOf('/', "https://".length())) : url;
        if (said(meta.path("http"), "url").isEmpty() && isHead()) {
            return new String(bytes(meta.path("file").asText()), java.nio.charset.StandardCharsets.UTF_8).split(" ")[1];
        }
        return switch (auth.path("scheme").asText()) {
            case "wechat-plain" -> signed(path, "signature");
            case "wechat-aes", "dingtalk-event-aes" -> signed(path, "msg_signature");
            case "token-in-url", "ami-login", "ari-websocket" ->
                path.replace("/{token}", "") + "?token=" + said(auth, "secret").orElse(PREVIOUS_SECRET);
            default -> path;
        };
    }

    /** What never travelled by HTTP has words of its own for what it is. */
    private static String mediaType(String told) {
        return told.contains("/") ? told.replaceFirst(" \\(.*", "") : "text/plain";
    }

    /** Where an example tells the signature, but not the address that holds it. */
    private String signed(String path, String name) {
        JsonNode auth = meta.path("auth");
        return path.contains("?")
                ? path
                : path + "?" + name + "=" + auth.path("signature").asText() + "&timestamp="
                        + auth.path("timestamp").asText() + "&nonce="
                        + auth.path("nonce").asText();
    }

    private boolean hasOwnKeys() {
        return Files.exists(
                ROOT.resolve(folder).resolve(meta.at("/auth/jwks_file").asText("none")));
    }

    private boolean isHead() {
        return meta.path("file").asText().endsWith(".http");
    }

    private static Optional<Instant> time(@Nullable String text) {
        if (text == null || text.equals("None")) {
            return Optional.empty();
        }
        if (text.matches("[0-9]{10}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        return text.matches("[0-9]{13}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text)))
                : Optional.of(Instant.parse(text));
    }
}
