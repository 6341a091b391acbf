package io.quittance.application.notification;

import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom a message is owed to, and in which form.
 *
 * @param notifyUrl where the request itself wants it sent; empty for the endpoint's own address
 */
public record Recipient(MerchantId merchant, EndpointId endpoint, Dialect dialect, Optional<URI> notifyUrl) {
    public Recipient {
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
    }

    /** At that merchant's registered address, unless the request names another. */
    public static Recipient registered(MerchantId merchant, Dialect dialect, Optional<URI> notifyUrl) {
        return new Recipient(merchant, EndpointId.registered(merchant), dialect, notifyUrl);
    }

    /** At one of a merchant's places; the request's own address takes the place of the registered one alone. */
    public static Recipient at(Endpoint endpoint, MerchantId merchant, Dialect dialect, Optional<URI> notifyUrl) {
        return new Recipient(
                merchant, endpoint.id(), dialect, endpoint.id().isRegistered() ? notifyUrl : Optional.empty());
    }
}
