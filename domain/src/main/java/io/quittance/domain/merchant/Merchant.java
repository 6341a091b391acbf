package io.quittance.domain.merchant;

import io.quittance.domain.key.KeyRing;
import io.quittance.domain.text.WebUrl;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A registered party that calls us and that we tell. It holds no private key, so it may be passed anywhere.
 *
 * @param enabled a merchant that is not is refused in the north only: news of its money is taken in and delivered
 * @param notifyUrl where its results go unless a request names another place
 * @param endpoints further places that it is told at; also those that were removed, as something may be owed to them
 * @param hosts where its requests may want to be told, beside those addresses
 * @param removedAt since when nobody is called by its app id, or somebody else is; news of its money is taken in still
 */
public record Merchant(
        MerchantId id,
        AppId app,
        MerchantNo no,
        boolean enabled,
        URI notifyUrl,
        PayoutDialect payoutDialect,
        List<MerchantKey> keys,
        List<Endpoint> endpoints,
        Optional<Instant> removedAt,
        NotifyHosts hosts) {
    public Merchant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(no, "no");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(payoutDialect, "payoutDialect");
        keys = List.copyOf(keys);
        endpoints = List.copyOf(endpoints);
        Objects.requireNonNull(removedAt, "removedAt");
        Objects.requireNonNull(hosts, "hosts");
    }

    /** The keys that its requests may be signed with now. */
    public List<MerchantKey> keysAt(Instant now) {
        return keys.stream().filter(key -> key.countsAt(now)).toList();
    }

    /** Its keys as they may change. */
    public KeyRing ring() {
        return new KeyRing(
                keys.stream().map(one -> new KeyRing.Held(one.id(), one.term())).toList());
    }

    /** The same with that key, in the place of the one that it has under that fingerprint. */
    public Merchant with(MerchantKey key) {
        boolean known = keys.stream().anyMatch(one -> one.id().equals(key.id()));
        List<MerchantKey> then = known
                ? keys.stream()
                        .map(one -> one.id().equals(key.id()) ? key : one)
                        .toList()
                : Stream.concat(keys.stream(), Stream.of(key)).toList();
        return new Merchant(id, app, no, enabled, notifyUrl, payoutDialect, then, endpoints, removedAt, hosts);
    }

    /** Its registered address, which is told of all that no other is told of alone. */
    public Endpoint registered() {
        return new Endpoint(
                EndpointId.registered(id),
                Endpoint.REGISTERED,
                notifyUrl,
                payoutDialect,
                Endpoint.ALL_TOPICS,
                false,
                Optional.empty());
    }

    /** That place of it, also one that was removed. */
    public Optional<Endpoint> endpoint(EndpointId wanted) {
        return wanted.equals(EndpointId.registered(id))
                ? Optional.of(registered())
                : endpoints.stream().filter(one -> one.id().equals(wanted)).findFirst();
    }

    /** That further endpoint, of those that were not removed. */
    public Optional<Endpoint> endpoint(String name) {
        return endpoints.stream()
                .filter(one -> one.name().equals(name) && one.removedAt().isEmpty())
                .findFirst();
    }

    /**
     * Who is owed news of that; at least one.
     *
     * @param elsewhere whether the order itself names another address. That takes the place of the registered one, and so of
     *     those that stand in for it
     */
    public List<Endpoint> told(Topic topic, boolean elsewhere) {
        List<Endpoint> further =
                endpoints.stream().filter(one -> one.isToldOf(topic)).toList();
        boolean standIn = further.stream().anyMatch(Endpoint::exclusive);
        return elsewhere || !standIn
                ? Stream.concat(Stream.of(registered()), further.stream().filter(one -> !one.exclusive()))
                        .toList()
                : further;
    }

    /** Whether its requests may want to be told there, as far as the host goes. @param url without a flaw */
    public boolean mayBeToldAt(URI url) {
        return hosts.contain(url)
                || Stream.concat(
                                Stream.of(notifyUrl),
                                endpoints.stream()
                                        .filter(one -> one.removedAt().isEmpty())
                                        .map(Endpoint::url))
                        .anyMatch(registered -> WebUrl.host(registered).equals(WebUrl.host(url)));
    }

    /** The same, told of payouts in that form at its registered address. */
    public Merchant speaking(PayoutDialect dialect) {
        return new Merchant(id, app, no, enabled, notifyUrl, dialect, keys, endpoints, removedAt, hosts);
    }
}
