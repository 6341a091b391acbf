package io.quittance.bootstrap.management;

import io.quittance.application.merchant.Merchants;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.signing.KeyOwners;
import io.quittance.http.signing.Rsa;
import java.security.PublicKey;
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
    private final Supplier<List<PublicKey>> upstream;
    private final Supplier<List<PublicKey>> ours;
    private final Merchants merchants;

    /**
     * @param gateway what the gateway signs with, or did
     * @param simulator what the simulator signs with, be it that another acquirer settles now
     * @param upstream what acquirers sign with, or did
     * @param ours what we sign with towards them, or did
     */
    public KnownKeys(
            Supplier<List<PublicKey>> gateway,
            Supplier<Optional<PublicKey>> simulator,
            Supplier<List<PublicKey>> upstream,
            Supplier<List<PublicKey>> ours,
            Merchants merchants) {
        this.gateway = Objects.requireNonNull(gateway, "gateway");
        this.simulator = Objects.requireNonNull(simulator, "simulator");
        this.upstream = Objects.requireNonNull(upstream, "upstream");
        this.ours = Objects.requireNonNull(ours, "ours");
        this.merchants = Objects.requireNonNull(merchants, "merchants");
    }

    @Override
    public Optional<String> of(PublicKey key) {
        return ofTheHouse(key).or(() -> ofApps(key));
    }

    @Override
    public Optional<String> ofTheHouse(PublicKey key) {
        if (gateway.get().stream().anyMatch(its -> Rsa.isSame(its, key))) {
            return Optional.of("the gateway's own");
        }
        return simulator.get().filter(its -> Rsa.isSame(its, key)).map(_ -> "the simulator's");
    }

    private Optional<String> ofApps(PublicKey key) {
        return merchants.all().stream()
                .filter(merchant -> signsWith(merchant, key))
                .findFirst()
                .map(merchant -> "a key of the registered app " + merchant.app());
    }

    @Override
    public boolean isUpstreams(PublicKey key) {
        return upstream.get().stream().anyMatch(its -> Rsa.isSame(its, key));
    }

    @Override
    public boolean isOurs(PublicKey key) {
        return ours.get().stream().anyMatch(its -> Rsa.isSame(its, key));
    }

    private static boolean signsWith(Merchant merchant, PublicKey key) {
        return merchant.keys().stream().anyMatch(its -> Rsa.isSame(its.key(), key));
    }
}
