package io.quittance.http.north;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import java.util.Objects;
import java.util.Optional;

/** One API of the gateway. To add one, register another bean of this type. */
public interface NorthCall {
    /** Its name behind {@code /aggregate-pay/api/gateway/}. */
    String name();

    /**
     * Answers a request whose envelope has passed every check.
     *
     * @return the whole body of the answer; it is signed and sent as it is
     * @throws Refusal if a field of {@code data} makes no sense
     */
    Bytes answer(Request request) throws Refusal;

    /** The fields that its page has in {@code data}; empty if we leave them to upstream. */
    default Optional<KnownFields> knownFields() {
        return Optional.empty();
    }

    /**
     * What it takes the request's bytes for, if it does so in the unit of work that it makes anyway. Where it does not, the
     * gateway takes them for its name: signed bytes count for one API only, as a signature does not cover the address.
     */
    default Optional<String> spendsItselfOn() {
        return Optional.empty();
    }

    /**
     * A verified request.
     *
     * @param data the fields of its {@code data}
     * @param raw the whole body as it came
     * @param keyId fingerprint of the key that verified it
     */
    record Request(Merchant caller, Fields data, Bytes raw, String keyId) {
        public Request {
            Objects.requireNonNull(caller, "caller");
            Objects.requireNonNull(data, "data");
            Objects.requireNonNull(raw, "raw");
            Objects.requireNonNull(keyId, "keyId");
        }
    }
}
