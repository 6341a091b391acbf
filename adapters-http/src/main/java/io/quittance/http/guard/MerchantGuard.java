package io.quittance.http.guard;

import io.quittance.domain.text.Flaw;
import io.quittance.domain.text.ProtocolText;
import io.quittance.domain.text.WebUrl;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What merchants may have us call: the public internet and what the settings allow, never ourselves. */
public final class MerchantGuard implements Guard {
    /** Ports of other protocols, where a post might be taken for a command: "bad ports" of the Fetch standard. */
    private static final Set<Integer> OF_OTHERS = Set.of(
            1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
            109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
            526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
            3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

    private final Outgoing outgoing;
    private final OwnPorts own;

    public MerchantGuard(Outgoing outgoing, OwnPorts own) {
        this.outgoing = Objects.requireNonNull(outgoing, "outgoing");
        this.own = Objects.requireNonNull(own, "own");
    }

    @Override
    public Optional<Flaw> flaw(URI url) {
        if (own.hosts(url)) {
            return Optional.empty();
        }
        Optional<Flaw> written = WebUrl.flaw(url.toString());
        if (written.isPresent()) {
            return written;
        }
        String host = WebUrl.host(url);
        int port = WebUrl.port(url);
        if (own.hosts(host, port)) {
            return ours(host, port);
        }
        if (!outgoing.schemes().contains(url.getScheme().toLowerCase(Locale.ROOT))) {
            return Optional.of(new Flaw("it begins with " + url.getScheme() + "://", "https://"));
        }
        if (OF_OTHERS.contains(port)) {
            return Optional.of(new Flaw("port " + port + " is of another protocol", "a port where HTTP may be spoken"));
        }
        return known(host).flatMap(address -> flaw(host, port, address));
    }

    /** The address of a host that needs no look-up; names of this machine are never looked up elsewhere (RFC 6761). */
    private static Optional<InetAddress> known(String host) {
        boolean thisMachine = host.equals("localhost") || host.endsWith(".localhost");
        return thisMachine ? Optional.of(InetAddress.getLoopbackAddress()) : WebUrl.address(host);
    }

    @Override
    public Optional<Flaw> flaw(String host, int port, InetAddress address) {
        if (own.hosts(host, port)) {
            return Optional.empty();
        }
        return own.contains(port, address)
                ? ours(host, port)
                : outgoing.allowed().flaw(host, address);
    }

    private static Optional<Flaw> ours(String host, int port) {
        return Optional.of(new Flaw(
                "port " + port + " of " + ProtocolText.excerpt(host) + " is the gateway's own",
                "an address of the merchant"));
    }
}
