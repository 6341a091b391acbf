package io.quittance.http.guard;

import io.quittance.domain.text.Flaw;
import io.quittance.domain.text.WebUrl;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/** Says where we may post. It is asked before each post, and about each address of the host that is to be connected to. */
public interface Guard {
    /** Asks only that it is an address: for what the operator has set, who may have us call anything. */
    Guard OPERATORS = new Guard() {
        @Override
        public Optional<Flaw> flaw(URI url) {
            return WebUrl.flaw(url.toString());
        }

        @Override
        public Optional<Flaw> flaw(String host, int port, InetAddress address) {
            return Optional.empty();
        }

        @Override
        public boolean judgesAddresses() {
            return false;
        }
    };

    /** Why it may not be called, as far as it can be told without looking a name up. */
    Optional<Flaw> flaw(URI url);

    /** Why that address of a host may not be connected to. @param host in small letters */
    Optional<Flaw> flaw(String host, int port, InetAddress address);

    /** Whether it makes a difference which addresses a name has. */
    default boolean judgesAddresses() {
        return true;
    }
}
