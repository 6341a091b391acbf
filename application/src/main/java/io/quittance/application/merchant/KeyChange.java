package io.quittance.application.merchant;

import io.quittance.application.registration.FieldChange;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.key.KeyRing.Outcome;
import io.quittance.domain.key.KeyRing.Wish;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.text.Flaw;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How one of a merchant's keys is to be.
 *
 * @param added the key, if it comes to those that it has
 */
public record KeyChange(Wish wish, Optional<PublicKey> added) {
    private static final String NONE = "none";

    public KeyChange {
        Objects.requireNonNull(wish, "wish");
        Objects.requireNonNull(added, "added");
    }

    /** That it counts from then on, without an end. @param id its fingerprint */
    public static KeyChange add(String id, PublicKey key, Instant from) {
        return new KeyChange(new Wish.Add(id, from), Optional.of(key));
    }

    /** That it ends then. @param key its fingerprint, or how that begins */
    public static KeyChange retire(String key, Instant until) {
        return new KeyChange(new Wish.Retire(key, until), Optional.empty());
    }

    /** That it ends at once. @param key its fingerprint, or how that begins */
    public static KeyChange revoke(String key) {
        return new KeyChange(new Wish.Revoke(key), Optional.empty());
    }

    /** What becomes of it. */
    public sealed interface Made {
        record Moved(MerchantKey key, FieldChange field) implements Made {}

        /** It is so already. */
        record Unmoved() implements Made {}

        record Refused(Flaw why) implements Made {}
    }

    /** At that merchant. One that is disabled may be without a key, as its requests are refused anyway. */
    public Made made(Merchant merchant, Instant now) {
        return switch (merchant.ring().apply(wish, now, merchant.enabled())) {
            case Outcome.Moved(var id, var was, var becomes) ->
                new Made.Moved(new MerchantKey(id, key(merchant, id), becomes), field("key", id, was, becomes));
            case Outcome.Unmoved _ -> new Made.Unmoved();
            case Outcome.Refused(var why) -> new Made.Refused(why);
        };
    }

    private PublicKey key(Merchant merchant, String id) {
        return merchant.keys().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(MerchantKey::key)
                .or(() -> added)
                .orElseThrow(() -> new IllegalStateException("a key is moved that is not there"));
    }

    /** What is kept of it. @param sort as persons call it, as {@code key} */
    public static FieldChange field(String sort, String id, Optional<Term> was, Term becomes) {
        return new FieldChange(
                sort + " " + KeyRing.shown(id), was.map(Term::words).orElse(NONE), becomes.words());
    }
}
