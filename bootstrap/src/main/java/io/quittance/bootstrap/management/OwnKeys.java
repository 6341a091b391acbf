package io.quittance.bootstrap.management;

import io.quittance.application.registration.Deed;
import io.quittance.bootstrap.keys.GatewayPairs;
import io.quittance.bootstrap.keys.GatewayPairs.Pair;
import io.quittance.bootstrap.keys.KeyDirectory;
import io.quittance.bootstrap.management.Keys.KeyCard;
import io.quittance.bootstrap.management.Keys.NewKey;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.key.KeyRing.Outcome;
import io.quittance.domain.key.KeyRing.Wish;
import io.quittance.domain.key.Term;
import io.quittance.http.signing.NewKeys;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of the gateway itself: what it signs with, and what it encrypts bodies with. */
public final class OwnKeys {
    private final GatewayPairs gateway;
    private final String bodyKeyId;
    private final NewKeys keys;
    private final InstantSource clock;

    public OwnKeys(GatewayPairs gateway, String bodyKeyId, NewKeys keys, InstantSource clock) {
        this.gateway = gateway;
        this.bodyKeyId = bodyKeyId;
        this.keys = keys;
        this.clock = clock;
    }

    List<KeyCard> cards() {
        return Stream.concat(
                        gateway.all().stream().map(this::card),
                        Stream.of(card(Keys.BODY, bodyKeyId, Term.OPEN, Optional.empty())))
                .toList();
    }

    private KeyCard card(Pair pair) {
        return card(
                Keys.GATEWAY,
                pair.id(),
                pair.term(),
                pair.last()
                        .map(deed -> deed.at() + " by " + deed.by().person() + ": "
                                + deed.by().reason()));
    }

    private KeyCard card(String kind, String id, Term term, Optional<String> changed) {
        return new KeyCard(
                kind,
                Optional.empty(),
                Optional.empty(),
                id,
                term.from().toString(),
                term.until().map(Instant::toString),
                term.stateAt(clock.instant()).name().toLowerCase(Locale.ROOT),
                Optional.empty(),
                changed);
    }

    /**
     * A new pair is made unless one is given.
     *
     * @throws Trouble unless it is said from when on it signs, as every merchant needs the public key before
     */
    boolean add(NewKey key, Optional<Instant> from, Deed deed) {
        Instant begins =
                from.orElseThrow(() -> new Trouble("From when on is the gateway to sign with it? (expected: a time"
                        + " before which every merchant has the new public key, by --from)"));
        KeyPair pair = key.text().isEmpty() ? KeyDirectory.newPair() : given(key.text());
        return change(new Wish.Add(Rsa.keyId(pair.getPublic()), begins), Optional.of(pair), deed);
    }

    /** One that is there already is not judged again. */
    private KeyPair given(String text) {
        PrivateKey secret = AppForm.key("key", text, keys::readPrivate);
        KeyPair pair = KeyDirectory.pair(secret);
        boolean known = gateway.all().stream().anyMatch(one -> one.open().equals(pair.getPublic()));
        if (!known) {
            AppForm.key("key", Pem.writePublic(pair.getPublic()), keys::readPublic);
        }
        return pair;
    }

    boolean change(Wish wish, Deed deed) {
        return change(wish, Optional.empty(), deed);
    }

    private boolean change(Wish wish, Optional<KeyPair> added, Deed deed) {
        return switch (gateway.change(wish, added, deed)) {
            case Outcome.Moved _ -> true;
            case Outcome.Unmoved _ -> false;
            case Outcome.Refused(var why) ->
                throw new Trouble("Nothing changed at the gateway's keys, as " + why + ".");
        };
    }
}
