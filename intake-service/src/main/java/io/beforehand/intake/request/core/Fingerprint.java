package io.beforehand.intake.request.core;

import java.util.Arrays;
import java.util.HexFormat;

/** Tells whether two reports under one id say the same, without keeping what they said. SHA-256. */
public final class Fingerprint {

    private final byte[] digest;

    public Fingerprint(byte[] digest) {
        this.digest = digest.clone();
    }

    public byte[] bytes() {
        return digest.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest);
    }
}
