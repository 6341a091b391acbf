package io.quittance.bootstrap.management;

import io.quittance.application.merchant.Merchants;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.signing.KeyOwners;
import io.quittance.http.signing.Rsa;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    public Optional<String> of(PublicKey key, Set<Sort> among) {
        return Arrays.stream(Sort.values())
                .filter(among::contains)
                .flatMap(sort -> of(key, sort).stream())
                .findFirst();
    }

    private Optional<String> of(PublicKey key, Sort sort) {
        return switch (sort) {
            case HOUSE ->
                among(gateway.get(), key, "the gateway's own")
                        .or(() -> among(simulator.get().stream().toList(), key, "the simulator's"));
            case APP ->
                merchants.all().stream()
                        .filter(merchant -> signsWith(merchant, key))
                        .findFirst()
                        .map(merchant -> "a key of the registered app " + merchant.app());
            case OURS -> among(ours.get(), key, "our own");
            case ACQUIRER -> among(upstream.get(), key, "an acquirer's");
        };
    }

    private static Optional<String> among(List<PublicKey> its, PublicKey key, String whose) {
        return its.stream().anyMatch(one -> Rsa.isSame(one, key)) ? Optional.of(whose) : Optional.empty();
    }

    private static boolean signsWith(Merchant merchant, PublicKey key) {
        return merchant.keys().stream().anyMatch(its -> Rsa.isSame(its.key(), key));
    }
}
