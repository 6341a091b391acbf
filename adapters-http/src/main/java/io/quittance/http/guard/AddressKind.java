package io.quittance.http.guard;

/** What an address is that does not lead to the public internet. */
public enum AddressKind {
    LOOPBACK("a loopback address"),
    PRIVATE("a private address"),
    SHARED("an address that is shared behind a carrier's NAT"),
    LINK_LOCAL("a link-local address"),
    METADATA("an address where a cloud tells a machine its secrets"),
    UNSPECIFIED("an unspecified address"),
    MULTICAST("a multicast address"),
    BROADCAST("the broadcast address"),
    DOCUMENTATION("an address for documentation"),
    BENCHMARK("an address for benchmarks"),
    TRANSLATED("an address that stands for an IPv4 address"),
    RESERVED("a reserved address");

    private final String words;

    AddressKind(String words) {
        this.words = words;
    }

    /** For a sentence, with its article. */
    public String words() {
        return words;
    }
}
