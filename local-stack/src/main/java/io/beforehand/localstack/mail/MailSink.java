package io.beforehand.localstack.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.beforehand.localstack.LocalStackException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An SMTP server on localhost that takes whatever it is given, from anybody to anybody, and passes nothing on. */
public final class MailSink implements AutoCloseable {

    private final int port;
    private final MailFolder folder;
    private final GreenMail server;
    private final List<Consumer<KeptMail>> listeners = new CopyOnWriteArrayList<>();

    public MailSink(int port, MailFolder folder) {
        this.port = port;
        this.folder = folder;
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        this.server = new GreenMail(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> new FiledMailbox(recipient, this::take));
    }

    public void start() {
        try {
            server.start();
        } catch (IllegalStateException e) {
            throw new LocalStackException("The mail sink cannot listen on port " + port + ".", e);
        }
    }

    public int port() {
        return port;
    }

    /** Where to send mails to, as outlets name it. */
    public String url() {
        return "smtp://localhost:" + port;
    }

    public MailFolder folder() {
        return folder;
    }

    /** Tells of each mail after it was kept. */
    public void onMail(Consumer<KeptMail> listener) {
        listeners.add(listener);
    }

    private void take(byte[] mail) {
        KeptMail kept = folder.keep(mail);
        listeners.forEach(listener -> listener.accept(kept));
    }

    @Override
    public void close() {
        server.stop();
    }
}
