package io.quittance.bootstrap.management;

import io.quittance.application.merchant.Merchants;
import io.quittance.bootstrap.management.Endpoints.Which;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.ProtocolText;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where merchants are told, as persons name it: by an app id and an endpoint's name. */
record RegisteredPlaces(Merchants merchants) {
    /** One of a merchant's. */
    record Place(Merchant merchant, Endpoint endpoint) {
        long lane() {
            return endpoint.id().value();
        }
    }

    /** Those that are told now; none that was removed. */
    Stream<Place> all() {
        return merchants.all().stream()
                .flatMap(merchant -> Stream.concat(
                                Stream.of(merchant.registered()),
                                merchant.endpoints().stream()
                                        .filter(one -> one.removedAt().isEmpty()))
                        .map(endpoint -> new Place(merchant, endpoint)));
    }

    /** The one of that name, else the one that had it last. @throws Trouble if there was never such an app or endpoint */
    Place named(Which which) {
        Merchant merchant = new RegisteredMerchants(merchants).latest(which.appId());
        return new Place(merchant, in(merchant, which.name()).orElseThrow(() -> unknown(merchant, which.name())));
    }

    private static Optional<Endpoint> in(Merchant merchant, String name) {
        if (name.equals(Endpoint.REGISTERED)) {
            return Optional.of(merchant.registered());
        }
        return merchant.endpoint(name)
                .or(() -> merchant.endpoints().stream()
                        .filter(one -> one.name().equals(name))
                        .reduce((_, later) -> later));
    }

    static Trouble unknown(Merchant merchant, String name) {
        String known = Stream.concat(
                        Stream.of(Endpoint.REGISTERED),
                        merchant.endpoints().stream()
                                .filter(one -> one.removedAt().isEmpty())
                                .map(Endpoint::name))
                .collect(Collectors.joining(", "));
        return new Trouble("The app " + merchant.app() + " has no endpoint " + ProtocolText.excerpt(name)
                + " (expected: " + known + ").");
    }
}
