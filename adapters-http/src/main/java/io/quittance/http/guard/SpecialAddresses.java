package io.quittance.http.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * What kind of address one is: IANA's registries of special-purpose addresses for IPv4 and IPv6, and where clouds tell their
 * machines secrets. An IPv6 address in which an IPv4 address stands is both.
 */
final class SpecialAddresses {
    /** What we would come to. @param kind empty for what is on the public internet */
    record Place(InetAddress address, Optional<AddressKind> kind) {}

    private record Entry(AddressRange range, Optional<AddressKind> kind) {}

    /** The first that has an address says what it is. */
    private static final List<Entry> TABLE = Stream.of(
                    are(
                            AddressKind.METADATA,
                            "169.254.169.254",
                            "169.254.170.2",
                            "169.254.170.23",
                            "169.254.0.23",
                            "100.100.100.200",
                            "168.63.129.16",
                            "192.0.0.192",
                            "fd00:ec2::254",
                            "fd00:ec2::23",
                            "fd20:ce::254",
                            "fe80::a9fe:a9fe"),
                    are(AddressKind.UNSPECIFIED, "0.0.0.0/8", "::"),
                    are(AddressKind.LOOPBACK, "127.0.0.0/8", "::1"),
                    are(AddressKind.PRIVATE, "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
                    are(AddressKind.SHARED, "100.64.0.0/10"),
                    are(AddressKind.LINK_LOCAL, "169.254.0.0/16", "fe80::/10"),
                    are(AddressKind.BROADCAST, "255.255.255.255"),
                    are(AddressKind.MULTICAST, "224.0.0.0/4", "ff00::/8"),
                    are(
                            AddressKind.DOCUMENTATION,
                            "192.0.2.0/24",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "2001:db8::/32",
                            "3fff::/20"),
                    are(AddressKind.BENCHMARK, "198.18.0.0/15", "2001:2::/48"),
                    are(
                            AddressKind.TRANSLATED,
                            "192.88.99.0/24",
                            "::ffff:0:0:0/96",
                            "64:ff9b::/96",
                            "64:ff9b:1::/48",
                            "2001::/32",
                            "2002::/16"),
                    are(AddressKind.RESERVED, "192.0.0.0/24", "240.0.0.0/4", "2001::/23"),
                    Stream.of("0.0.0.0/0", "2000::/3")
                            .map(range -> new Entry(AddressRange.of(range), Optional.empty())),
                    are(AddressKind.RESERVED, "::/0"))
            .flatMap(entries -> entries)
            .toList();

    private SpecialAddresses() {}

    private static Stream<Entry> are(AddressKind kind, String... ranges) {
        return Arrays.stream(ranges).map(range -> new Entry(AddressRange.of(range), Optional.of(kind)));
    }

    /** Where it leads: itself, and behind it each IPv4 address that a translator or a tunnel may make of it. */
    static List<Place> places(InetAddress address) {
        InetAddress plain = of(address.getAddress());
        return Stream.concat(Stream.of(plain), embedded(plain.getAddress()).stream())
                .map(place -> new Place(place, kind(place)))
                .toList();
    }

    private static Optional<AddressKind> kind(InetAddress address) {
        return TABLE.stream()
                .filter(entry -> entry.range().contains(address))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    /** By RFC 4291 (compatible), 7915, 6052 and 8215 (NAT64), 3056 (6to4), 4380 (Teredo) and 5214 (ISATAP). */
    private static List<InetAddress> embedded(byte... six) {
        List<InetAddress> found = new ArrayList<>();
        if (six.length == 4) {
            return found;
        }
        if (begins(six, "::/96") && !begins(six, "::/127")
                || begins(six, "::ffff:0:0:0/96")
                || begins(six, "64:ff9b::/96")
                || isatap(six)) {
            found.add(four(i -> six[12 + i]));
        }
        if (begins(six, "64:ff9b:1::/48")) {
            // The network decides which form; byte 8 is left out of the one behind 48 bits.
            found.add(four(i -> six[new int[] {6, 7, 9, 10}[i]]));
            found.add(four(i -> six[12 + i]));
        }
        if (begins(six, "2002::/16")) {
            found.add(four(i -> six[2 + i]));
        }
        if (begins(six, "2001::/32")) {
            found.add(four(i -> six[4 + i]));
            found.add(four(i -> ~six[12 + i]));
        }
        return found;
    }

    private static boolean isatap(byte... six) {
        return (six[8] & ~2) == 0 && six[9] == 0 && six[10] == 0x5E && six[11] == (byte) 0xFE;
    }

    private static boolean begins(byte[] six, String range) {
        return AddressRange.of(range).contains(of(six));
    }

    private static InetAddress four(IntUnaryOperator bytes) {
        byte[] four = new byte[4];
        for (int i = 0; i < four.length; i++) {
            four[i] = (byte) bytes.applyAsInt(i);
        }
        return of(four);
    }

    /** Without name and zone; an IPv4 address that is mapped into IPv6 is that IPv4 address. */
    static InetAddress of(byte... bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(bytes.length + " bytes (expected: 4 or 16)", e);
        }
    }
}
