package io.beforehand.localstack.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;

/** Whoever a mail is for: it is handed on as bytes, and nothing of it stays here. */
record FiledMailbox(MailAddress address, Consumer<byte[]> file) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage mail) {
        deliver(mail.getMessage());
    }

    @Override
    public void deliver(MimeMessage mail) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("mail cannot be read", e);
        }
        file.accept(bytes.toByteArray());
    }

    @Override
    public String getEmail() {
        return address.getEmail();
    }

    @Override
    public String getLogin() {
        return getEmail();
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getQualifiedMailboxName() {
        return getEmail();
    }

    @Override
    public void create() {}

    @Override
    public void delete() {}

    @Override
    public void setPassword(String password) {}

    @Override
    public void authenticate(String password) {}
}
