package io.beforehand.notification.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that takes every mail, but answers some commands as it is told. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Instead of an answer: the end of the connection. */
    public static final String HANG_UP = "hang up";

    /** Instead of an answer: nothing. */
    public static final String SILENCE = "silence";

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    public ScriptedSmtp() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** @param command {@code GREETING}, {@code MAIL}, {@code RCPT}, {@code AUTH}, {@code DATA} or {@code .} */
    public ScriptedSmtp answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** What stood between DATA and the dot, as it came, of every mail. */
    public List<String> mails() {
        return mails;
    }

    public List<String> commands() {
        return commands;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                var in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1))) {
            boolean open = answer(connection, "GREETING", "220 scripted");
            String line;
            while (open && (line = in.readLine()) != null) {
                commands.add(line);
                String command = line.split("[ :]")[0];
                open = switch (command) {
                    case "EHLO" -> answer(connection, "EHLO", "250-scripted\r\n250 AUTH PLAIN");
                    case "DATA" -> answer(connection, "DATA", "354 go on") && take(connection, in);
                    case "AUTH" -> answer(connection, "AUTH", "235 welcome");
                    case "QUIT" -> answer(connection, "QUIT", "221 bye") && false;
                    default -> answer(connection, command, "250 fine");
                };
            }
        } catch (IOException gone) {
            commands.add("gone");
        }
    }

    private boolean take(Socket connection, BufferedReader in) throws IOException {
        if (!answers.getOrDefault("DATA", "354").startsWith("354")) {
            return true;
        }
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        mails.add(mail.toString());
        return answer(connection, ".", "250 taken");
    }

    private boolean answer(Socket connection, String command, String otherwise) throws IOException {
        String answer = answers.getOrDefault(command, otherwise);
        if (!answer.equals(HANG_UP) && !answer.equals(SILENCE)) {
            connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return !answer.equals(HANG_UP);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
