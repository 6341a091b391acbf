package io.quittance.application.audit;

import io.quittance.domain.text.Bytes;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands in the cell for a MAC, {@value #BYTES} bytes: which key made it, a sequence number, the MAC.
 *
 * @param key the id of the audit key
 * @param number in a row: of the sealed row that it is chained to, 0 for none; in an order's own row: of its newest sealed row
 * @param mac {@value AuditKey#MAC_BYTES} bytes
 */
public record Seal(int key, int number, Bytes mac) {
    public static final int BYTES = 2 * Integer.BYTES + AuditKey.MAC_BYTES;

    public Seal {
        Objects.requireNonNull(mac, "mac");
        if (mac.length() != AuditKey.MAC_BYTES) {
            throw new IllegalArgumentException("mac: " + mac + " (expected: " + AuditKey.MAC_BYTES + ")");
        }
    }

    /** Reads a cell; empty if no seal was ever written so. */
    public static Optional<Seal> read(Bytes cell) {
        if (cell.length() != BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(cell.toArray());
        int key = bytes.getInt();
        int number = bytes.getInt();
        byte[] mac = new byte[AuditKey.MAC_BYTES];
        bytes.get(mac);
        return Optional.of(new Seal(key, number, Bytes.of(mac)));
    }

    /** As it is written into a cell. */
    public byte[] cell() {
        return ByteBuffer.allocate(BYTES)
                .putInt(key)
                .putInt(number)
                .put(mac.toArray())
                .array();
    }

    /** As persons see the id of an audit key. */
    public static String keyName(int key) {
        return HexFormat.of().toHexDigits(key);
    }
}
