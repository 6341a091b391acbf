package io.quittance.bootstrap.management;

import io.quittance.application.merchant.Merchants;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.signing.KeyOwners;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whose key is whose at this gateway. Of two who register the same key at the same moment the second is told by the database, see
 * {@link Merchants}.
 */
public final class KnownKeys implements KeyOwners {
    private final Supplier<List<PublicKey>> gateway;
    private final Supplier<Optional<PublicKey>> simulator;
    private final Merchants merchants;

    /**
     * @param gateway what the gateway signs with, or did
     * @param simulator what the simulator signs with, be it that another acquirer settles now
     */
    public KnownKeys(Supplier<List<PublicKey>> gateway, Supplier<Optional<PublicKey>> simulator, Merchants merchants) {
        this.gateway = Objects.requireNonNull(gateway, "gateway");
        this.simulator = Objects.requireNonNull(simulator, "simulator");
        this.merchants = Objects.requireNonNull(merchants, "merchants");
    }

    @Override
    public Optional<String> of(PublicKey key) {
        if (gateway.get().stream().anyMatch(its -> isSame(its, key))) {
            return Optional.of("the gateway's own");
        }
        if (simulator.get().filter(its -> isSame(its, key)).isPresent()) {
            return Optional.of("the simulator's");
        }
        return merchants.all().stream()
                .filter(merchant -> signsWith(merchant, key))
                .findFirst()
                .map(merchant -> "a key of the registered app " + merchant.app());
    }

    private static boolean signsWith(Merchant merchant, PublicKey key) {
        return merchant.keys().stream().anyMatch(its -> isSame(its.key(), key));
    }

    /** Whoever knows the factors of a modulus signs with any exponent. */
    private static boolean isSame(PublicKey one, PublicKey other) {
        return one instanceof RSAPublicKey first && other instanceof RSAPublicKey second
                ? first.getModulus().equals(second.getModulus())
                : one.equals(other);
    }
}
