package io.quittance.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.guard.SpecialAddresses.Place;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

@Label("Any address")
class SpecialAddressesPropertiesTest {
    private static List<Place> places(byte... bytes) {
        return SpecialAddresses.places(SpecialAddresses.of(bytes));
    }

    /** Half of them where something is refused, as most numbers are on the public internet. */
    @Provide
    Arbitrary<byte[]> four() {
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofSize(4);
        Arbitrary<byte[]> special = Arbitraries.of(
                        "0.0.0.0",
                        "10.0.0.7",
                        "100.64.0.1",
                        "127.0.0.1",
                        "168.63.129.16",
                        "169.254.169.254",
                        "172.16.0.1",
                        "192.0.0.1",
                        "192.0.2.1",
                        "192.168.1.1",
                        "198.18.0.1",
                        "203.0.113.1",
                        "224.0.0.1",
                        "240.0.0.1",
                        "255.255.255.255")
                .map(text -> InetAddress.ofLiteral(text).getAddress());
        return Arbitraries.oneOf(any, special);
    }

    @Property
    void is_judged_as_the_ipv4_address_that_stands_in_it(
            @ForAll("four") byte[] four, @ForAll @Size(8) byte[] prefix, @ForAll @Size(6) byte[] more) {
        Optional<AddressKind> kind = places(four).getFirst().kind();
        List<Function<byte[], byte[]>> forms = List.of(
                v4 -> joined(new byte[10], new byte[] {-1, -1}, v4),
                v4 -> joined(new byte[8], new byte[] {-1, -1, 0, 0}, v4),
                v4 -> joined(new byte[] {0, 0x64, -1, -0x65}, new byte[8], v4),
                v4 -> joined(new byte[] {0, 0x64, -1, -0x65, 0, 1}, more, v4),
                v4 -> joined(
                        new byte[] {0, 0x64, -1, -0x65, 0, 1, v4[0], v4[1], 0, v4[2], v4[3]},
                        new byte[] {more[0], more[1], more[2], more[3], more[4]}),
                v4 -> joined(new byte[] {0x20, 2}, v4, prefix, new byte[2]),
                v4 -> joined(new byte[] {0x20, 1, 0, 0}, v4, prefix),
                v4 -> joined(new byte[] {0x20, 1, 0, 0}, prefix, inverted(v4)),
                v4 -> joined(prefix, new byte[] {0, 0, 0x5E, -2}, v4),
                v4 -> joined(prefix, new byte[] {2, 0, 0x5E, -2}, v4));

        for (Function<byte[], byte[]> form : forms) {
            List<Place> places = places(form.apply(four));

            assertTrue(
                    places.stream()
                            .anyMatch(place ->
                                    place.kind().equals(kind) && place.address().equals(SpecialAddresses.of(four))),
                    places::toString);
        }
    }

    @Property
    void of_ipv4_that_is_refused_is_refused_where_it_is_compatible(@ForAll("four") byte[] four) {
        assertTrue(places(joined(new byte[12], four)).getFirst().kind().isPresent());
    }

    @Property
    void of_ipv6_is_on_the_public_internet_in_one_eighth_of_all_alone(@ForAll @Size(16) byte[] six) {
        Assume.that((six[0] & 0xE0) != 0x20 && SpecialAddresses.of(six) instanceof Inet6Address);

        assertTrue(places(six).getFirst().kind().isPresent());
    }

    private static byte[] inverted(byte... four) {
        byte[] other = four.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] = (byte) ~other[i];
        }
        return other;
    }

    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[16];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        assertEquals(all.length, at);
        return all;
    }
}
