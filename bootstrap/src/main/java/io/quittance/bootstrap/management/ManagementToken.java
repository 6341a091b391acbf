package io.quittance.bootstrap.management;

import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.trouble.Trouble;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** What a caller of the management API must show: whoever may read the data folder may manage. */
public final class ManagementToken {
    private static final String SCHEME = "Bearer ";
    private static final int BYTES = 32;

    private final String token;

    private ManagementToken(String token) {
        this.token = token;
    }

    /** The token of an instance; made at its first start. */
    public static ManagementToken open(Path data) {
        Path file = file(data);
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            KeyFiles.writeSecret(file, HexFormat.of().formatHex(random) + "\n");
        }
        return read(data);
    }

    /** The token of an instance, if one was ever started there. @throws Trouble if it cannot be read */
    public static Optional<ManagementToken> find(Path data) {
        return Files.exists(file(data)) ? Optional.of(read(data)) : Optional.empty();
    }

    /** The token of an instance that was started before. @throws Trouble if there is none */
    public static ManagementToken read(Path data) {
        String text = KeyFiles.text(file(data)).strip();
        if (text.length() < BYTES) {
            throw new Trouble("The file " + file(data) + " holds no token; delete it and start the service again.");
        }
        return new ManagementToken(text);
    }

    /** Compares in a time that does not tell how much was right. The scheme may be in any case, as HTTP has it. */
    boolean matches(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }

    /** What goes into the header Authorization. */
    public String asHeader() {
        return SCHEME + token;
    }

    private static Path file(Path data) {
        return data.resolve("management-token");
    }

    /** Never shows it. */
    @Override
    public String toString() {
        return "ManagementToken";
    }
}
