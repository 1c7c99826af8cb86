package io.beforehand.messaging.trials;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a local port that can fall silent, as a firewall that forgot its connections makes it: what is sent is swallowed,
 * and neither side hears when the other hangs up. Connections made later work.
 */
final class DatabaseLine implements AutoCloseable {

    private final int target;
    private final ServerSocket listening;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();

    DatabaseLine(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** All connections that exist fall silent for good. Returns how many there were. */
    int fallSilent() {
        calls.forEach(call -> call.silent = true);
        return calls.size();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                connect(listening.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) throws IOException {
        try {
            Call call = new Call(near, new Socket(InetAddress.getLoopbackAddress(), target));
            calls.add(call);
            Thread.ofVirtual().start(() -> call.carry(call.near, call.far));
            Thread.ofVirtual().start(() -> call.carry(call.far, call.near));
        } catch (ConnectException refused) {
            near.close();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        calls.forEach(Call::hangUp);
    }

    private final class Call {

        private final Socket near;
        private final Socket far;
        private volatile boolean silent;

        private Call(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        private void carry(Socket from, Socket to) {
            byte[] buffer = new byte[16_384];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!silent) {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException ended) {
                // One side hung up.
            }
            if (!silent) {
                hangUp();
            }
        }

        private void hangUp() {
            calls.remove(this);
            try {
                near.close();
                far.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
