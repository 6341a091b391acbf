package io.quittance.application.audit;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that everybody knows. */
public final class GivenAuditKey implements AuditKey {
    private final SecretKeySpec key;

    public GivenAuditKey() {
        this(7);
    }

    /** @param number another one for each */
    GivenAuditKey(int number) {
        key = new SecretKeySpec(ByteBuffer.allocate(32).putInt(number).array(), "HmacSHA256");
    }

    @Override
    public int id() {
        return ByteBuffer.wrap(key.getEncoded()).getInt();
    }

    @Override
    public byte[] mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(message), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
