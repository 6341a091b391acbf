package io.quittance.bootstrap.management;

import io.quittance.application.registration.KeptChange;
import io.quittance.domain.merchant.Merchant;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.signing.Rsa;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * A registered app as it is shown to a person; it holds no key, only fingerprints.
 *
 * @param payoutDialect {@code v2} or {@code legacy}
 * @param upstreamKey fingerprint of the key that upstream signs with for it; empty if the simulator settles
 * @param removedAt since when nobody goes by its app id, or somebody else does
 * @param changes the latest first; none in a list of several
 * @param hosts where its requests may want to be told beside its registered addresses, in their order; {@code *} for any
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
        Optional<String> upstreamKey,
        Optional<String> removedAt,
        List<Change> changes,
        List<String> hosts) {

    /** A field that a person has changed. */
    public record Change(String at, String person, String reason, String field, String was, String became) {
        static Change of(KeptChange kept) {
            return new Change(
                    kept.deed().at().toString(),
                    kept.deed().by().person(),
                    kept.deed().by().reason(),
                    kept.change().field(),
                    kept.change().was(),
                    kept.change().became());
        }
    }

    /** A key that it signs with; {@code until} is empty for no end. */
    public record Key(String id, String from, Optional<String> until) {}

    public AppCard {
        keys = List.copyOf(keys);
        changes = List.copyOf(changes);
        hosts = List.copyOf(hosts);
    }

    /** @param key what upstream signs with for it */
    static AppCard of(Merchant merchant, UpstreamName upstream, Optional<PublicKey> key, List<KeptChange> changes) {
        return new AppCard(
                merchant.app().value(),
                merchant.no().value(),
                merchant.enabled(),
                merchant.notifyUrl().toString(),
                merchant.payoutDialect().word(),
                merchant.keys().stream()
                        .map(one -> new Key(
                                one.id(),
                                one.term().from().toString(),
                                one.term().until().map(Object::toString)))
                        .toList(),
                upstream.app().value(),
                upstream.no().value(),
                key.map(Rsa::keyId),
                merchant.removedAt().map(Object::toString),
                changes.stream().map(Change::of).toList(),
                merchant.hosts().named().stream().sorted().toList());
    }
}
