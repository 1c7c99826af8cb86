package io.beforehand.intake.mailbox;

import io.beforehand.intake.Api;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings mails to a mailbox. */
final class Post {

    static final String SECRET = "ingest-test-token";
    static final String MAIL = "message/rfc822";

    private Post() {}

    /** A mailbox of its own, so that the threads of tests do not meet. */
    static String mailbox() {
        return mailbox("{}");
    }

    static String mailbox(String defaults) {
        String account = Api.unique("support");
        Api.json()
                .body("{\"secrets\":[\"" + SECRET + "\"],\"defaults\":" + defaults + "}")
                .put("/v1/channels/email/" + account)
                .then()
                .statusCode(200);
        return account;
    }

    static Response deliver(String account, byte[] mail) {
        return deliver(account, MAIL, SECRET, mail);
    }

    static Response deliver(String account, Letter letter) {
        return deliver(account, letter.bytes());
    }

    static Response deliver(String account, String type, String secret, byte[] mail) {
        return Api.anyone()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(MAIL, ContentType.BINARY)))
                .header("Authorization", "Bearer " + secret)
                .contentType(type)
                .body(mail)
                .post("/v1/channels/email/" + account);
    }

    /** What is answered to the mere announcement of a mail of that size. */
    static String announce(String account, long bytes) throws IOException {
        return raw(account, "Content-Length: " + bytes, 0);
    }

    /** What is answered to a mail of that many MiB that does not say how large it is. */
    static String pour(String account, int mebibytes) throws IOException {
        return raw(account, "Transfer-Encoding: chunked", mebibytes);
    }

    /** A mail that is begun, of a size that is not said, of which so many bytes come, and which never ends. */
    static Socket begin(String account, int bytes) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        OutputStream out = socket.getOutputStream();
        try {
            out.write(head(account, "Transfer-Encoding: chunked"));
            out.write((Integer.toHexString(bytes) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[bytes]);
            out.flush();
        } catch (SocketException _) {
            // There was no room for all of it.
        }
        return socket;
    }

    private static byte[] head(String account, String framing) {
        return ("POST /v1/channels/email/" + account + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + MAIL
                        + "\r\nAuthorization: Bearer " + SECRET + "\r\n" + framing + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String raw(String account, String framing, int chunks) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(account, framing));
            byte[] chunk = new byte[1024 * 1024];
            try {
                for (int i = 0; i < chunks; i++) {
                    out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(chunk);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (SocketException _) {
                // The answer came before the end.
            }
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (SocketException _) {
            // Closed because of what was not read.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    static byte[] example(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/channels/email", name + ".eml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mail being written. */
    record Letter(String headers, String text) {

        static Letter from(String sender) {
            return new Letter("From: " + sender + "\r\nDate: Mon, 2 Nov 2026 08:00:00 +0000\r\n", "Where is it?")
                    .with("To", "support@shop.example");
        }

        Letter with(String name, String value) {
            return new Letter(headers + name + ": " + value + "\r\n", text);
        }

        Letter id(String id) {
            return with("Message-ID", "<" + id + ">");
        }

        Letter answering(String id) {
            return with("In-Reply-To", "<" + id + ">");
        }

        Letter saying(String other) {
            return new Letter(headers, other);
        }

        byte[] bytes() {
            return (headers + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
