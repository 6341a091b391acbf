package io.quittance.http.wire;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Ten hexadecimal characters by chance. */
@Singleton
public final class RandomFaultIds implements FaultIds {
    private final SecureRandom chance = new SecureRandom();

    @Override
    public String next() {
        byte[] bytes = new byte[5];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
