package io.beforehand.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports of this machine. */
public final class Ports {
    private static final int FIRST = 18_000;
    private static final int COUNT = 12_000;

    /** Some place to begin, as builds beside this one begin elsewhere. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private Ports() {}

    /**
     * A port nobody listens on, and another one each time, as whoever gets it may take a while to listen. It lies below
     * the range that systems give to outgoing connections, so that none of those takes it while its process is being
     * restarted.
     */
    public static int free() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = FIRST + NEXT.getAndUpdate(next -> (next + 1) % COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new LocalStackException("No free port was found between 18000 and 30000.");
    }

    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
