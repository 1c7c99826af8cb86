package io.beforehand.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * Mails as a mail server hands them over: plain text and HTML, about 2 KB, each from another customer.
 *
 * @param secret of the mailbox
 * @param run tells the mails of this run from those of others
 */
public record MailMessages(String account, String secret, String run) implements ChannelMessages {

    @Override
    public String kind() {
        return "email";
    }

    @Override
    public String channel() {
        return "email";
    }

    @Override
    public Message message(long number, Instant now) {
        String id = run + "-" + number + "@customers.example";
        String text = Events.text(number);
        String mail = """
                Return-Path: <customer-%1$d@customers.example>
                Received: from mx.customers.example by mx.shop.example; %2$s
                From: Customer %1$d <customer-%1$d@customers.example>
                To: support@shop.example
                Subject: Order %1$d
                Message-ID: <%3$s>
                Date: %2$s
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="part"

                --part
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %4$s

                --
                Customer %1$d

                --part
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: 8bit

                <html><head><style>p { margin: 0 }</style></head><body><p>%4$s</p><p>Customer %1$d</p></body></html>

                --part--
                """.formatted(
                        number, DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)), id, text);
        return new Message(
                id,
                Map.of("Authorization", "Bearer " + secret, "Content-Type", "message/rfc822"),
                Buffer.buffer(mail.replace("\n", "\r\n")));
    }
}
