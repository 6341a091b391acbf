package io.quittance.domain.paymentlink;

import io.quittance.domain.money.Country;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What a link offers to be paid.
 *
 * @param notifyUrl where the merchant wants this link's results; empty for its own place
 * @param digest over the content of the request; two requests with the same digest ask for the same
 * @param data the request's fields in the words of the protocol, those that we do not understand included: goods, texts,
 *     who pays. Personal, so stored encrypted
 */
public record Offer(Money amount, Country country, Optional<URI> notifyUrl, String digest, Bytes data) {
    /** An object without fields. */
    private static final Bytes NOTHING = Bytes.utf8("{}");

    public Offer {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(data, "data");
    }

    /** The same without its texts and who was to pay. That it was asked for so is still known, by the digest. */
    Offer forgotten() {
        return new Offer(amount, country, notifyUrl, digest, NOTHING);
    }

    /** Whether a request asks for exactly this. */
    public boolean same(Offer other) {
        return digest.equals(other.digest);
    }
}
