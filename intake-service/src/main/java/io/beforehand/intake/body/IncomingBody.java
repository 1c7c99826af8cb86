package io.beforehand.intake.body;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** A body as it comes in. Held once, and let go of by whoever takes it. */
public final class IncomingBody {

    private static final int FIRST_PIECE = 64 * 1024;

    private final int maxSize;
    private byte[] bytes;
    private int size;
    private int received;

    /** @param announced how large it will be at the most */
    IncomingBody(int announced, int maxSize) {
        this.maxSize = maxSize;
        this.bytes = new byte[Math.min(announced, FIRST_PIECE)];
    }

    /** Whether it still fits. */
    boolean append(Buffer piece) {
        int length = piece.length();
        if (size + length > maxSize) {
            return false;
        }
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(maxSize, Math.max(2L * bytes.length, size + length)));
        }
        piece.getBytes(bytes, size);
        size += length;
        received += length;
        return true;
    }

    /** How many bytes came, whether they were taken since or not. */
    int received() {
        return received;
    }

    public byte[] take() {
        byte[] taken = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        bytes = new byte[0];
        size = 0;
        return taken;
    }
}
