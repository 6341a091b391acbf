package io.quittance.application.merchant;

import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The terms on which endpoints are met over TLS, as bytes that only who calls them reads; a private key may be among them. Not for
 * use inside a unit of work: it has transactions of its own.
 */
public interface EndpointTerms {
    /** What {@link #change} is told of an endpoint that has none. */
    int NONE = 0;

    /** The endpoints for which some were ever registered, and of which version they are: 1 and counted up by each change. */
    Map<EndpointId, Integer> versions();

    Optional<Kept> of(EndpointId endpoint);

    /**
     * Puts others in their place, and keeps what a person has changed by that.
     *
     * @param merchant whose endpoint it is
     * @param version of what was looked at, or {@link #NONE}
     * @return false if they are of another version by now; then nothing is changed
     */
    boolean change(
            MerchantId merchant, EndpointId endpoint, int version, Bytes next, List<FieldChange> fields, Deed deed);

    record Kept(int version, Bytes body) {
        public Kept {
            Objects.requireNonNull(body, "body");
        }

        /** Never shows the body. */
        @Override
        public String toString() {
            return "Kept[" + version + "]";
        }
    }
}
