package io.quittance.http.guard;

import java.net.InetAddress;
import java.util.Objects;

/**
 * Addresses that begin alike.
 *
 * @param first of them
 * @param bits that they have in common
 */
public record AddressRange(InetAddress first, int bits) {
    public AddressRange {
        Objects.requireNonNull(first, "first");
        if (bits < 0 || bits > Byte.SIZE * first.getAddress().length || !first.equals(masked(first, bits))) {
            throw new IllegalArgumentException(first.getHostAddress() + "/" + bits
                    + " (expected: a range from its first address on, as 10.0.0.0/8 or fd00::/8)");
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or one address alone.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = Byte.SIZE * first.getAddress().length;
        return new AddressRange(first, slash < 0 ? all : Integer.parseUnsignedInt(text.substring(slash + 1)));
    }

    public boolean contains(InetAddress address) {
        return address.getAddress().length == first.getAddress().length
                && masked(address, bits).equals(first);
    }

    /** Whether it is one address. */
    boolean single() {
        return bits == Byte.SIZE * first.getAddress().length;
    }

    private static InetAddress masked(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            bytes[i] &= (byte) (0xFF << (Byte.SIZE - kept));
        }
        return SpecialAddresses.of(bytes);
    }
}
