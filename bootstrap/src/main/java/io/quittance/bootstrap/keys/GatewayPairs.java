package io.quittance.bootstrap.keys;

import io.quittance.application.key.GatewayKeys;
import io.quittance.application.key.GatewayKeys.Kept;
import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.notification.Signed;
import io.quittance.application.registration.Deed;
import io.quittance.application.transaction.Transactions;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.key.KeyRing.Held;
import io.quittance.domain.key.KeyRing.Outcome;
import io.quittance.domain.key.KeyRing.Wish;
import io.quittance.domain.key.Term;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.Flaw;
import io.quittance.http.notification.RsaGatewaySignature;
import io.quittance.http.signing.HeldKey;
import io.quittance.http.signing.KeptAt;
import io.quittance.http.signing.KeyReference;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the gateway signs with to merchants: the pair in its key file or where its setting says, and those that a person added, which all instances have from
 * the database. Of those that count the one signs that does so since the latest. A change at another instance counts here
 * within {@link #SPAN}; with the database away all stays as it was.
 */
public final class GatewayPairs implements GatewaySignature {
    static final Duration SPAN = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(GatewayPairs.class);

    private final KeyPair file;
    private final GatewayKeys kept;
    private final Transactions transactions;
    private final PublishedKeys published;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Seen seen;

    private record Seen(List<Pair> pairs, Instant at) {}

    /**
     * One.
     *
     * @param last who has changed it last; empty if nobody ever has
     * @param kept where the private key is; empty where this instance has none
     */
    public record Pair(
            String id,
            PublicKey open,
            Term term,
            Optional<Deed> last,
            Optional<RsaGatewaySignature> signature,
            Optional<KeptAt> kept) {}

    /** @param file that of this instance's key file or setting */
    public GatewayPairs(
            KeyPair file, GatewayKeys kept, Transactions transactions, PublishedKeys published, InstantSource clock) {
        this.file = file;
        this.kept = kept;
        this.transactions = transactions;
        this.published = published;
        this.clock = clock;
        this.seen = new Seen(pairs(kept.all()), clock.instant());
        publish(seen.pairs());
    }

    @Override
    public Signed sign(Bytes body) {
        return signing().sign(body);
    }

    @Override
    public String keyId() {
        return signing().keyId();
    }

    /** One that this instance cannot have now leaves it to one that counts since before. */
    private RsaGatewaySignature signing() {
        List<RsaGatewaySignature> counting = counting(all()).toList();
        return counting.stream()
                .filter(one -> one.flaw().isEmpty())
                .findFirst()
                .orElseThrow(() -> counting.stream()
                        .flatMap(one -> one.flaw().stream())
                        .findFirst()
                        .<RuntimeException>map(Unavailable::new)
                        .orElseGet(() -> new IllegalStateException("no key of the gateway counts here")));
    }

    /** Those that this instance has, or should, the latest first. */
    private Stream<RsaGatewaySignature> counting(List<Pair> pairs) {
        Instant now = clock.instant();
        return pairs.stream()
                .filter(one -> one.term().countsAt(now))
                .sorted(Comparator.<Pair, Instant>comparing(one -> one.term().from())
                        .reversed())
                .flatMap(one -> one.signature().stream());
    }

    /** Those of its private keys that are kept elsewhere. */
    public List<HeldUse> elsewhere() {
        return all().stream()
                .flatMap(one -> one.signature().flatMap(RsaGatewaySignature::held).stream()
                        .map(key -> new HeldUse("the gateway's key " + KeyRing.shown(one.id()), key, one.term())))
                .toList();
    }

    /** All that there ever were, by when they began to sign. */
    public List<Pair> all() {
        Seen known = seen;
        Instant now = clock.instant();
        if (isRecent(known, now) || !looking.tryLock()) {
            return known.pairs();
        }
        try {
            List<Pair> pairs = pairs(kept.all());
            if (!standing(pairs, now).equals(standing(known.pairs(), known.at()))) {
                publish(pairs);
            }
            seen = new Seen(pairs, now);
        } catch (RuntimeException e) {
            LOG.debug("the gateway's keys could not be looked up", e);
            seen = new Seen(known.pairs(), now);
        } finally {
            looking.unlock();
        }
        return seen.pairs();
    }

    private static boolean isRecent(Seen known, Instant now) {
        return !now.isBefore(known.at()) && known.at().isAfter(now.minus(SPAN));
    }

    /** What is to be published follows from it: also time alone changes that. */
    private static List<String> standing(List<Pair> pairs, Instant at) {
        return pairs.stream().map(one -> one.id() + one.term().stateAt(at)).toList();
    }

    private static List<Held> ids(List<Pair> pairs) {
        return pairs.stream().map(one -> new Held(one.id(), one.term())).toList();
    }

    /** What its messages may verify with now or later. */
    public List<PublicKey> open() {
        return open(all());
    }

    private List<PublicKey> open(List<Pair> pairs) {
        Instant now = clock.instant();
        return pairs.stream()
                .filter(one -> !one.term().isOverAt(now))
                .map(Pair::open)
                .toList();
    }

    private void publish(List<Pair> pairs) {
        if (pairs.size() > 1) {
            counting(pairs)
                    .findFirst()
                    .ifPresent(signing -> pairs.stream()
                            .filter(one -> one.id().equals(signing.keyId()))
                            .findFirst()
                            .ifPresent(current -> published.write(current.open(), open(pairs))));
        }
    }

    private List<Pair> pairs(List<Kept> all) {
        String own = Rsa.keyId(file.getPublic());
        Stream<Pair> first = all.stream().anyMatch(one -> one.id().equals(own))
                ? Stream.empty()
                : Stream.of(new Pair(
                        own,
                        file.getPublic(),
                        Term.OPEN,
                        Optional.empty(),
                        Optional.of(new RsaGatewaySignature(file)),
                        Optional.of(KeptAt.ofOwn(file.getPrivate()))));
        return Stream.concat(first, all.stream().map(one -> pair(one, own)))
                .sorted(Comparator.comparing(one -> one.term().from()))
                .toList();
    }

    private Pair pair(Kept one, String own) {
        PublicKey open = Pem.readPublic(base64(one.open()));
        boolean isOwn = one.id().equals(own);
        Optional<KeyPair> pair =
                isOwn ? Optional.of(file) : one.secret().map(secret -> new KeyPair(open, secret(secret, open)));
        return new Pair(
                one.id(),
                open,
                one.term(),
                Optional.of(one.last()),
                pair.map(RsaGatewaySignature::new),
                pair.map(KeyPair::getPrivate).map(isOwn ? KeptAt::ofOwn : KeptAt::of));
    }

    /** A reference is kept as its text, which DER never begins as. */
    private static PrivateKey secret(Bytes kept, PublicKey open) {
        return KeyReference.of(kept.asUtf8())
                .<PrivateKey>map(reference -> new HeldKey(reference, open))
                .orElseGet(() -> Pem.readPrivate(base64(kept)));
    }

    private static Bytes kept(PrivateKey secret) {
        return secret instanceof HeldKey held ? Bytes.utf8(held.reference().text()) : Bytes.of(secret.getEncoded());
    }

    private static String base64(Bytes key) {
        return Base64.getEncoder().encodeToString(key.toArray());
    }

    /** @param added the pair, if it comes to those that are there */
    public Outcome change(Wish wish, Optional<KeyPair> added, Deed deed) {
        Outcome outcome = transactions.inOne(() -> {
            List<Kept> rows = kept.lock();
            Outcome made = new KeyRing(ids(pairs(rows))).apply(wish, deed.at(), true);
            if (made instanceof Outcome.Moved(var id, var _, var becomes)) {
                kept.keep(then(rows, id, added, becomes, deed));
            }
            return made;
        });
        see();
        return outcome;
    }

    private void see() {
        List<Pair> now = pairs(kept.all());
        publish(now);
        seen = new Seen(now, clock.instant());
    }

    /**
     * It is kept at another place from then on; while it counts it goes on signing.
     *
     * @param key the fingerprint of one that was added, or how that begins
     * @param to the same key, as it is to be kept
     */
    public Outcome move(String key, PrivateKey to, Deed deed) {
        Outcome outcome = transactions.inOne(() -> {
            List<Kept> rows = kept.lock();
            KeyRing ring = new KeyRing(ids(pairs(rows)));
            return ring.names(key) ? moved(rows, ring.id(key), to, deed) : new Outcome.Refused(ring.unnamed(key));
        });
        see();
        return outcome;
    }

    private Outcome moved(List<Kept> rows, String id, PrivateKey to, Deed deed) {
        Optional<Kept> row = rows.stream()
                .filter(one -> one.id().equals(id) && one.secret().isPresent())
                .findFirst();
        if (row.isEmpty()) {
            return new Outcome.Refused(new Flaw(
                    "the key " + KeyRing.shown(id) + " is that of each instance's key file",
                    "another place named by QUITTANCE_GATEWAY_KEY"));
        }
        Optional<Flaw> other = KeptAt.moved(id, to);
        if (other.isPresent()) {
            return new Outcome.Refused(other.get());
        }
        Kept was = row.get();
        if (was.secret().equals(Optional.of(kept(to)))) {
            return new Outcome.Unmoved();
        }
        kept.keep(new Kept(id, was.open(), Optional.of(kept(to)), was.term(), deed));
        return new Outcome.Moved(id, Optional.of(was.term()), was.term());
    }

    private Kept then(List<Kept> rows, String id, Optional<KeyPair> added, Term becomes, Deed deed) {
        return rows.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> new Kept(id, one.open(), one.secret(), becomes, deed))
                .orElseGet(() -> {
                    boolean own = id.equals(Rsa.keyId(file.getPublic()));
                    KeyPair pair = own ? file : added.orElseThrow();
                    Optional<Bytes> secret = own ? Optional.empty() : Optional.of(kept(pair.getPrivate()));
                    return new Kept(id, Bytes.of(pair.getPublic().getEncoded()), secret, becomes, deed);
                });
    }
}
