package io.quittance.bootstrap.management;

import io.quittance.domain.merchant.Merchant;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.signing.Rsa;
import java.security.PublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A registered app as it is shown to a person; it holds no key, only fingerprints.
 *
 * @param payoutDialect {@code v2} or {@code legacy}
 * @param upstreamKey fingerprint of the key that upstream signs with for it; empty if the simulator settles
 */
public record AppCard(
        String appId,
        String merchantNo,
        boolean enabled,
        String notifyUrl,
        String payoutDialect,
        List<Key> keys,
        String upstreamAppId,
        String upstreamMerchantNo,
        Optional<String> upstreamKey) {

    /** A key that it signs with; {@code until} is empty for no end. */
    public record Key(String id, String from, Optional<String> until) {}

    public AppCard {
        keys = List.copyOf(keys);
    }

    /** @param key what upstream signs with for it */
    static AppCard of(Merchant merchant, UpstreamName upstream, Optional<PublicKey> key) {
        return new AppCard(
                merchant.app().value(),
                merchant.no().value(),
                merchant.enabled(),
                merchant.notifyUrl().toString(),
                merchant.payoutDialect().name().toLowerCase(Locale.ROOT),
                merchant.keys().stream()
                        .map(one -> new Key(
                                one.id(), one.from().toString(), one.until().map(Object::toString)))
                        .toList(),
                upstream.app().value(),
                upstream.no().value(),
                key.map(Rsa::keyId));
    }
}
