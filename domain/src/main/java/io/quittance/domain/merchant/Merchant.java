package io.quittance.domain.merchant;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A registered party that calls us and that we tell. It holds no private key, so it may be passed anywhere.
 *
 * @param enabled a merchant that is not is refused in the north only: news of its money is taken in and delivered
 * @param notifyUrl where its results go unless a request names another place
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
        Optional<Instant> removedAt) {
    public Merchant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(no, "no");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(payoutDialect, "payoutDialect");
        keys = List.copyOf(keys);
        Objects.requireNonNull(removedAt, "removedAt");
    }

    /** The keys that its requests may be signed with now. */
    public List<MerchantKey> keysAt(Instant now) {
        return keys.stream().filter(key -> key.countsAt(now)).toList();
    }
}
