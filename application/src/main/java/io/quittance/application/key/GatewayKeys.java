package io.quittance.application.key;

import io.quittance.application.registration.Deed;
import io.quittance.domain.key.Term;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The pairs that the gateway signs with, as far as a person has changed anything at them; in the order in which they came. */
public interface GatewayKeys {
    List<Kept> all();

    /** The same, inside a unit of work: nobody else changes them until it ends. */
    List<Kept> lock();

    /** Inside a unit of work, after {@link #lock}. */
    void keep(Kept key);

    /**
     * A pair.
     *
     * @param id fingerprint of the public key
     * @param open the public key, as X.509
     * @param secret the private key, as PKCS#8, or the text that says where it is kept; empty for the one in the instance's key file
     * @param last who has changed it last
     */
    record Kept(String id, Bytes open, Optional<Bytes> secret, Term term, Deed last) {
        public Kept {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(open, "open");
            Objects.requireNonNull(secret, "secret");
            Objects.requireNonNull(term, "term");
            Objects.requireNonNull(last, "last");
        }

        /** Never shows a key. */
        @Override
        public String toString() {
            return "Kept[" + id + ", " + term.words() + "]";
        }
    }
}
