package io.quittance.http.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands where a {@link KeyReference} says.
 *
 * @param token who signs with it; empty where whoever has it can
 */
record FoundKey(KeyPair pair, Optional<Token.Open> token) {
    private static final byte[] PROBE = "a pair".getBytes(StandardCharsets.US_ASCII);

    FoundKey {
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(token, "token");
    }

    /** It does not sign. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** @throws Fault saying why not, if it cannot */
    byte[] sign(byte[] body) {
        try {
            return token.isPresent() ? sign(token.get(), body) : Rsa.signFast(pair.getPrivate(), body);
        } catch (GeneralSecurityException | Token.Fault e) {
            throw new Fault("it cannot sign: " + e.getMessage(), e);
        }
    }

    private byte[] sign(Token.Open open, byte[] body) {
        return open.call(() -> Rsa.sign(Optional.of(open.provider()), pair.getPrivate(), body));
    }

    /** Whether what it signs now verifies. @throws Fault saying why not, if it cannot sign */
    boolean signs() {
        return Rsa.verifies(pair.getPublic(), PROBE, sign(PROBE));
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "FoundKey[" + Rsa.keyId(pair.getPublic()) + "]";
    }
}
