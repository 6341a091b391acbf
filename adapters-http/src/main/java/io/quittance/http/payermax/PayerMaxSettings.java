package io.quittance.http.payermax;

import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.signing.HeldKey;
import io.quittance.http.signing.KeyReference;
import io.quittance.http.signing.Pem;
import io.quittance.http.terms.TlsTerms;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An account with PayerMax: who we are there, what we sign with, and what PayerMax signs with. Several keys of each, so
 * that every one can be changed with an overlap.
 *
 * @param terms on which PayerMax is met over TLS as this account
 */
public record PayerMaxSettings(
        UpstreamName name, List<Timed<PrivateKey>> ours, List<Timed<PublicKey>> theirs, TlsTerms terms) {
    public PayerMaxSettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(terms, "terms");
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }

    /** One that is asked on the usual terms of TLS. */
    public PayerMaxSettings(UpstreamName name, List<Timed<PrivateKey>> ours, List<Timed<PublicKey>> theirs) {
        this(name, ours, theirs, TlsTerms.USUAL);
    }

    /** A key and while it counts. */
    public record Timed<K extends Key>(K key, Term term) {
        public Timed {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(term, "term");
        }

        /** Never shows the key. */
        @Override
        public String toString() {
            return "Timed[" + term.words() + "]";
        }
    }

    /** What our requests may be signed with now, the key first that counts since the latest. */
    public List<PrivateKey> signingAt(Instant now) {
        return ours.stream()
                .filter(one -> one.term().countsAt(now))
                .sorted(Comparator.<Timed<PrivateKey>, Instant>comparing(
                                one -> one.term().from())
                        .reversed())
                .map(Timed::key)
                .toList();
    }

    /** What PayerMax's answers and messages may verify with now. */
    public List<PublicKey> verifyingAt(Instant now) {
        return theirs.stream()
                .filter(one -> one.term().countsAt(now))
                .map(Timed::key)
                .toList();
    }

    /** What they may not verify with now: what has ended, and what is to come. */
    public List<Timed<PublicKey>> restingAt(Instant now) {
        return theirs.stream().filter(one -> !one.term().countsAt(now)).toList();
    }

    /** As an account's settings are kept. */
    public Bytes write() {
        return JsonWriter.object(o -> {
            o.text("appId", name.app().value())
                    .text("merchantNo", name.no().value())
                    .array("privateKeys", ours, PayerMaxSettings::write)
                    .array("publicKeys", theirs, PayerMaxSettings::write);
            if (!terms.isUsual()) {
                o.object("tls", terms::write);
            }
        });
    }

    private static void write(JsonWriter out, Timed<?> key) {
        if (key.key() instanceof HeldKey held) {
            out.text("key", held.reference().text()).text("public", Pem.oneLine(held.open()));
        } else {
            out.text("key", Pem.oneLine(key.key()));
        }
        out.text("from", key.term().from().toString())
                .text("until", key.term().until().map(Instant::toString));
        if (key.term().revoked()) {
            out.bool("revoked", true);
        }
    }

    /** @throws IllegalStateException if that is not what {@link #write} wrote; without a word of what it is */
    public static PayerMaxSettings read(Bytes settings) {
        try {
            if (JsonReader.read(settings.toArray()) instanceof Json.Obj kept) {
                Fields fields = Fields.of(kept);
                return new PayerMaxSettings(
                        new UpstreamName(new AppId(fields.text("appId")), new MerchantNo(fields.text("merchantNo"))),
                        keys(kept, "privateKeys", PayerMaxSettings::ours),
                        keys(kept, "publicKeys", key -> Pem.readPublic(key.text("key"))),
                        kept.field("tls").orElse(new Json.Null()) instanceof Json.Obj terms
                                ? TlsTerms.read(terms)
                                : TlsTerms.USUAL);
            }
        } catch (JsonFault | Refusal | IllegalArgumentException _) {
            throw new IllegalStateException("the settings of an account with PayerMax are broken");
        }
        throw new IllegalStateException("the settings of an account with PayerMax are no JSON object");
    }

    /** Reads a key from its fields. */
    @FunctionalInterface
    private interface Parser<K> {
        K of(Fields key) throws Refusal;
    }

    private static PrivateKey ours(Fields key) throws Refusal {
        String text = key.text("key");
        Optional<KeyReference> elsewhere = KeyReference.of(text);
        return elsewhere.isPresent()
                ? new HeldKey(elsewhere.get(), Pem.readPublic(key.text("public")))
                : Pem.readPrivate(text);
    }

    private static <K extends Key> List<Timed<K>> keys(Json.Obj kept, String name, Parser<K> parser) throws Refusal {
        List<Timed<K>> keys = new ArrayList<>();
        if (kept.field(name).orElse(new Json.Null()) instanceof Json.Arr(var items)) {
            for (Json item : items) {
                if (item instanceof Json.Obj key) {
                    Fields fields = Fields.of(key);
                    keys.add(new Timed<>(
                            parser.of(fields),
                            new Term(
                                    Instant.parse(fields.text("from")),
                                    key.field("until").flatMap(PayerMaxSettings::time),
                                    key.field("revoked").isPresent())));
                }
            }
        }
        return keys;
    }

    private static Optional<Instant> time(Json value) {
        return value instanceof Json.Str(var text) ? Optional.of(Instant.parse(text)) : Optional.empty();
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "PayerMaxSettings[" + name + "]";
    }
}
