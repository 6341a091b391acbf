package io.quittance.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An address")
class SpecialAddressesTest {
    private static String kinds(InetAddress address) {
        return SpecialAddresses.places(address).stream()
                .map(place -> place.kind().map(AddressKind::name).orElse("PUBLIC"))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0,         UNSPECIFIED",
        "0.255.255.255,   UNSPECIFIED",
        "1.0.0.0,         PUBLIC",
        "8.8.8.8,         PUBLIC",
        "9.255.255.255,   PUBLIC",
        "10.0.0.0,        PRIVATE",
        "10.255.255.255,  PRIVATE",
        "11.0.0.0,        PUBLIC",
        "100.63.255.255,  PUBLIC",
        "100.64.0.0,      SHARED",
        "100.127.255.255, SHARED",
        "100.128.0.0,     PUBLIC",
        "100.100.100.200, METADATA",
        "100.100.100.201, SHARED",
        "126.255.255.255, PUBLIC",
        "127.0.0.0,       LOOPBACK",
        "127.0.0.1,       LOOPBACK",
        "127.255.255.255, LOOPBACK",
        "128.0.0.0,       PUBLIC",
        "168.63.129.15,   PUBLIC",
        "168.63.129.16,   METADATA",
        "169.253.255.255, PUBLIC",
        "169.254.0.0,     LINK_LOCAL",
        "169.254.0.23,    METADATA",
        "169.254.169.253, LINK_LOCAL",
        "169.254.169.254, METADATA",
        "169.254.170.2,   METADATA",
        "169.254.170.23,  METADATA",
        "169.254.255.255, LINK_LOCAL",
        "169.255.0.0,     PUBLIC",
        "172.15.255.255,  PUBLIC",
        "172.16.0.0,      PRIVATE",
        "172.31.255.255,  PRIVATE",
        "172.32.0.0,      PUBLIC",
        "191.255.255.255, PUBLIC",
        "192.0.0.0,       RESERVED",
        "192.0.0.170,     RESERVED",
        "192.0.0.192,     METADATA",
        "192.0.1.0,       PUBLIC",
        "192.0.2.0,       DOCUMENTATION",
        "192.0.2.255,     DOCUMENTATION",
        "192.0.3.0,       PUBLIC",
        "192.88.98.255,   PUBLIC",
        "192.88.99.1,     TRANSLATED",
        "192.167.255.255, PUBLIC",
        "192.168.0.0,     PRIVATE",
        "192.168.255.255, PRIVATE",
        "192.169.0.0,     PUBLIC",
        "198.17.255.255,  PUBLIC",
        "198.18.0.0,      BENCHMARK",
        "198.19.255.255,  BENCHMARK",
        "198.20.0.0,      PUBLIC",
        "198.51.100.7,    DOCUMENTATION",
        "198.51.101.0,    PUBLIC",
        "203.0.113.7,     DOCUMENTATION",
        "203.0.114.0,     PUBLIC",
        "223.255.255.255, PUBLIC",
        "224.0.0.0,       MULTICAST",
        "239.255.255.250, MULTICAST",
        "240.0.0.0,       RESERVED",
        "255.255.255.254, RESERVED",
        "255.255.255.255, BROADCAST",
        "::,              UNSPECIFIED",
        "::1,             LOOPBACK",
        "::2,             RESERVED UNSPECIFIED",
        "::7f00:1,        RESERVED LOOPBACK",
        "::10.0.0.7,      RESERVED PRIVATE",
        "::8.8.8.8,       RESERVED PUBLIC",
        "::1:0:0,         RESERVED",
        "::ffff:127.0.0.1,       LOOPBACK",
        "::ffff:a9fe:a9fe,       METADATA",
        "::ffff:8.8.8.8,         PUBLIC",
        "::ffff:0:10.0.0.7,      TRANSLATED PRIVATE",
        "64:ff9a::,              RESERVED",
        "64:ff9b::8.8.8.8,       TRANSLATED PUBLIC",
        "64:ff9b::10.0.0.7,      TRANSLATED PRIVATE",
        "64:ff9b::a9fe:a9fe,     TRANSLATED METADATA",
        "64:ff9b:1:a00:0:700::,  TRANSLATED PRIVATE UNSPECIFIED",
        "64:ff9b:1:808:8:800::,  TRANSLATED PUBLIC UNSPECIFIED",
        "64:ff9b:1:808:8:800:127.0.0.1, TRANSLATED PUBLIC LOOPBACK",
        "64:ff9b:2::,            RESERVED",
        "100::1,                 RESERVED",
        "1fff:ffff::,            RESERVED",
        "2000::,                 PUBLIC",
        "2001::,                 TRANSLATED UNSPECIFIED BROADCAST",
        "2001:0:808:808:0:0:f7f7:f7f7, TRANSLATED PUBLIC PUBLIC",
        "2001:0:808:808:0:0:80ff:fffe, TRANSLATED PUBLIC LOOPBACK",
        "2001:0:a00:7:0:0:f7f7:f7f7,   TRANSLATED PRIVATE PUBLIC",
        "2001:2::1,              BENCHMARK",
        "2001:10::1,             RESERVED",
        "2001:1ff:ffff::,        RESERVED",
        "2001:200::,             PUBLIC",
        "2001:4860:4860::8888,   PUBLIC",
        "2001:db7:ffff::,        PUBLIC",
        "2001:db8::1,            DOCUMENTATION",
        "2001:db9::,             PUBLIC",
        "2002:a00:7::1,          TRANSLATED PRIVATE",
        "2002:7f00:1::,          TRANSLATED LOOPBACK",
        "2002:808:808::1,        TRANSLATED PUBLIC",
        "2003::,                 PUBLIC",
        "2606:4700::5efe:10.0.0.7,     PUBLIC PRIVATE",
        "2606:4700::200:5efe:127.0.0.1, PUBLIC LOOPBACK",
        "2606:4700::5eff:10.0.0.7,     PUBLIC",
        "2a00:1450:4001::200e,   PUBLIC",
        "3ffe::,                 PUBLIC",
        "3fff::1,                DOCUMENTATION",
        "3fff:1000::,            PUBLIC",
        "4000::,                 RESERVED",
        "5f00::1,                RESERVED",
        "fbff::,                 RESERVED",
        "fc00::,                 PRIVATE",
        "fd00:ec2::23,           METADATA",
        "fd00:ec2::254,          METADATA",
        "fd00:ec2::255,          PRIVATE",
        "fd20:ce::254,           METADATA",
        "fdff:ffff::,            PRIVATE",
        "fe00::,                 RESERVED",
        "fe80::1,                LINK_LOCAL",
        "fe80::a9fe:a9fe,        METADATA",
        "febf:ffff::,            LINK_LOCAL",
        "fec0::1,                PRIVATE",
        "ff02::1,                MULTICAST",
        "ffff::,                 MULTICAST"
    })
    void is_what_the_registries_say_and_what_stands_in_it(String text, String kinds) {
        assertEquals(kinds, kinds(InetAddress.ofLiteral(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0x7f000001", "017700000001", "127.1", "0x7f.1", "127.0.1"})
    void is_the_same_in_each_form_that_the_systems_look_up_reads(String form) throws UnknownHostException {
        try {
            assertEquals("LOOPBACK", kinds(InetAddress.getByName(form)));
        } catch (UnknownHostException e) {
            assertTrue(e.getMessage().contains(form), e.getMessage());
        }
    }

    @Test
    void keeps_its_kind_with_a_zone_and_with_a_name() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
        byte[] local = InetAddress.ofLiteral("fe80::1").getAddress();

        assertEquals("LOOPBACK", kinds(Inet6Address.getByAddress("public.example", mapped, 1)));
        assertEquals("LINK_LOCAL", kinds(Inet6Address.getByAddress("public.example", local, 1)));
    }
}
