package io.quittance.http.payermax;

import io.quittance.application.account.NewAccount;
import io.quittance.application.merchant.KeyChange;
import io.quittance.application.registration.FieldChange;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.key.KeyRing.Held;
import io.quittance.domain.key.KeyRing.Wish;
import io.quittance.domain.key.Term;
import io.quittance.domain.text.Flaw;
import io.quittance.http.acquirer.AccountForm.Renewed;
import io.quittance.http.acquirer.AccountKey;
import io.quittance.http.acquirer.AccountKey.Outcome;
import io.quittance.http.payermax.PayerMaxSettings.Timed;
import io.quittance.http.signing.KeptAt;
import io.quittance.http.signing.Rsa;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How one key of an account with PayerMax changes: ours, which we sign with, or one of theirs. */
record PayerMaxKeyChange(PayerMaxSettings before, Instant now) {
    static final String OURS = "private-key";
    static final String THEIRS = "public-key";

    /** Of one sort: how the whole settings are with other ones. */
    private record Sort<K extends Key>(
            String name,
            List<Timed<K>> all,
            Function<K, String> id,
            Function<K, Optional<KeptAt>> kept,
            Function<List<Timed<K>>, PayerMaxSettings> next) {
        KeyRing ring() {
            return new KeyRing(all.stream()
                    .map(one -> new Held(id.apply(one.key()), one.term()))
                    .toList());
        }

        List<AccountKey> cards() {
            return all.stream()
                    .map(one -> new AccountKey(name, id.apply(one.key()), one.term(), kept.apply(one.key())))
                    .toList();
        }

        List<Timed<K>> with(String moved, Term becomes, Optional<K> added) {
            boolean known = ring().held().stream().anyMatch(one -> one.id().equals(moved));
            return known
                    ? all.stream()
                            .map(one -> id.apply(one.key()).equals(moved) ? new Timed<>(one.key(), becomes) : one)
                            .toList()
                    : Stream.concat(all.stream(), added.map(key -> new Timed<>(key, becomes)).stream())
                            .toList();
        }
    }

    private Sort<PrivateKey> ours() {
        return new Sort<>(
                OURS,
                before.ours(),
                Rsa::pairId,
                key -> Optional.of(KeptAt.of(key)),
                then -> new PayerMaxSettings(before.name(), then, before.theirs(), before.terms()));
    }

    private Sort<PublicKey> theirs() {
        return new Sort<>(
                THEIRS,
                before.theirs(),
                Rsa::keyId,
                _ -> Optional.empty(),
                then -> new PayerMaxSettings(before.name(), before.ours(), then, before.terms()));
    }

    List<AccountKey> keys() {
        return Stream.concat(ours().cards().stream(), theirs().cards().stream()).toList();
    }

    /** At once is now: of two that count the one signs that does so since the latest. */
    Outcome sign(PrivateKey key, Optional<Instant> from) {
        return applied(ours(), new Wish.Add(Rsa.pairId(key), from.orElse(now)), Optional.of(key));
    }

    Outcome verify(PublicKey key, Optional<Instant> from) {
        return applied(theirs(), new Wish.Add(Rsa.keyId(key), from.orElse(Term.ALWAYS)), Optional.of(key));
    }

    /** @param wish to retire or revoke one that is there */
    Outcome of(Wish wish) {
        return switch (wish) {
            case Wish.Add _ -> new Outcome.Refused(new Flaw("it has no key of that sort", OURS + " or " + THEIRS));
            case Wish.Retire(var key, var _) -> named(key, wish);
            case Wish.Revoke(var key) -> named(key, wish);
        };
    }

    /** @param to the same key as it is to be kept. @param key the fingerprint of one of ours, or how that begins */
    Outcome moved(String key, PrivateKey to) {
        Sort<PrivateKey> ours = ours();
        if (!ours.ring().names(key)) {
            return new Outcome.Refused(ours.ring().unnamed(key));
        }
        String id = ours.ring().id(key);
        PrivateKey was = before.ours().stream()
                .map(Timed::key)
                .filter(one -> Rsa.pairId(one).equals(id))
                .findFirst()
                .orElseThrow();
        Optional<Flaw> other = KeptAt.moved(id, to);
        if (other.isPresent()) {
            return new Outcome.Refused(other.get());
        }
        if (was.equals(to)) {
            return new Outcome.Unmoved();
        }
        return moved(
                ours.next()
                        .apply(before.ours().stream()
                                .map(one -> one.key().equals(was) ? new Timed<>(to, one.term()) : one)
                                .toList()),
                new FieldChange(
                        OURS + " " + KeyRing.shown(id) + " place",
                        KeptAt.of(was).words(),
                        KeptAt.of(to).words()));
    }

    private static Outcome moved(PayerMaxSettings next, FieldChange field) {
        return new Outcome.Moved(new Renewed(
                new NewAccount(PayerMaxAccounts.PAYERMAX, next.name().handles(), next.write()), List.of(field)));
    }

    private Outcome named(String key, Wish wish) {
        boolean our = ours().ring().names(key);
        boolean their = theirs().ring().names(key);
        if (our == their) {
            KeyRing both = new KeyRing(
                    keys().stream().map(one -> new Held(one.id(), one.term())).toList());
            return new Outcome.Refused(both.unnamed(key));
        }
        return our ? applied(ours(), wish, Optional.empty()) : applied(theirs(), wish, Optional.empty());
    }

    private <K extends Key> Outcome applied(Sort<K> sort, Wish wish, Optional<K> added) {
        return switch (sort.ring().apply(wish, now, true)) {
            case KeyRing.Outcome.Unmoved _ -> new Outcome.Unmoved();
            case KeyRing.Outcome.Refused(var why) -> new Outcome.Refused(why);
            case KeyRing.Outcome.Moved(var id, var was, var becomes) ->
                moved(sort.next().apply(sort.with(id, becomes, added)), KeyChange.field(sort.name(), id, was, becomes));
        };
    }
}
