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
import io.quittance.http.signing.KeptAt;
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

/** The keys of the gateway itself: what it signs with, and what it encrypts bodies with. */
public final class OwnKeys {
    private final GatewayPairs gateway;
    private final BodyKeyDesk bodies;
    private final NewKeys keys;
    private final InstantSource clock;

    public OwnKeys(GatewayPairs gateway, BodyKeyDesk bodies, NewKeys keys, InstantSource clock) {
        this.gateway = gateway;
        this.bodies = bodies;
        this.keys = keys;
        this.clock = clock;
    }

    /** What it signs with. */
    List<KeyCard> gateway() {
        return gateway.all().stream().map(this::card).toList();
    }

    /** What bodies are encrypted with. */
    BodyKeyDesk bodies() {
        return bodies;
    }

    private KeyCard card(Pair pair) {
        Term term = pair.term();
        return new KeyCard(
                Keys.GATEWAY,
                Optional.empty(),
                Optional.empty(),
                pair.id(),
                term.from().toString(),
                term.until().map(Instant::toString),
                term.stateAt(clock.instant()).name().toLowerCase(Locale.ROOT),
                Optional.empty(),
                pair.last()
                        .map(deed -> deed.at() + " by " + deed.by().person() + ": "
                                + deed.by().reason()),
                pair.kept().map(KeptAt::words),
                Optional.empty());
    }

    /** The pair to be added: a new one is made unless one is given. */
    KeyPair pair(NewKey key) {
        return key.text().isEmpty() ? Rsa.newPair() : given(key.text());
    }

    /** @throws Trouble unless it is said from when on it signs, as every merchant needs the public key before */
    boolean add(KeyPair pair, Optional<Instant> from, Deed deed) {
        Instant begins =
                from.orElseThrow(() -> new Trouble("From when on is the gateway to sign with it? (expected: a time"
                        + " before which every merchant has the new public key, by --from)"));
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

    /** @throws Trouble if there is no such one, or another */
    boolean move(String id, String text, Deed deed) {
        return moved(gateway.move(id, AppForm.key("key", text, keys::readPrivate), deed));
    }

    boolean change(Wish wish, Deed deed) {
        return change(wish, Optional.empty(), deed);
    }

    private boolean change(Wish wish, Optional<KeyPair> added, Deed deed) {
        return moved(gateway.change(wish, added, deed));
    }

    private static boolean moved(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Moved _ -> true;
            case Outcome.Unmoved _ -> false;
            case Outcome.Refused(var why) ->
                throw new Trouble("Nothing changed at the gateway's keys, as " + why + ".");
        };
    }
}
