package io.quittance.http.payermax;

import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.signing.Pem;
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
import java.util.function.Function;

/**
 * An account with PayerMax: who we are there, what we sign with, and what PayerMax signs with. Several keys of each, so
 * that every one can be changed with an overlap.
 */
public record PayerMaxSettings(UpstreamName name, List<Timed<PrivateKey>> ours, List<Timed<PublicKey>> theirs) {
    public PayerMaxSettings {
        Objects.requireNonNull(name, "name");
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }

    /**
     * A key and while it counts.
     *
     * @param until the first instant at which it counts no more; empty for no end
     */
    public record Timed<K extends Key>(K key, Instant from, Optional<Instant> until) {
        public Timed {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }

        private boolean countsAt(Instant now) {
            return !now.isBefore(from)
                    && until.filter(end -> !now.isBefore(end)).isEmpty();
        }

        /** Never shows the key. */
        @Override
        public String toString() {
            return "Timed[" + from + until.map(end -> ", " + end).orElse("") + "]";
        }
    }

    /** What our requests are signed with now: of the keys that count, the one that does so since the latest. */
    public Optional<PrivateKey> signingAt(Instant now) {
        return ours.stream()
                .filter(one -> one.countsAt(now))
                .max(Comparator.comparing(Timed::from))
                .map(Timed::key);
    }

    /** What PayerMax's answers and messages may verify with now. */
    public List<PublicKey> verifyingAt(Instant now) {
        return theirs.stream().filter(one -> one.countsAt(now)).map(Timed::key).toList();
    }

    /** As an account's settings are kept. */
    public Bytes write() {
        return JsonWriter.object(o -> o.text("appId", name.app().value())
                .text("merchantNo", name.no().value())
                .array("privateKeys", ours, PayerMaxSettings::write)
                .array("publicKeys", theirs, PayerMaxSettings::write));
    }

    private static void write(JsonWriter out, Timed<?> key) {
        out.text("key", Pem.oneLine(key.key()))
                .text("from", key.from().toString())
                .text("until", key.until().map(Instant::toString));
    }

    /** @throws IllegalStateException if that is not what {@link #write} wrote; without a word of what it is */
    public static PayerMaxSettings read(Bytes settings) {
        try {
            if (JsonReader.read(settings.toArray()) instanceof Json.Obj kept) {
                Fields fields = Fields.of(kept);
                return new PayerMaxSettings(
                        new UpstreamName(new AppId(fields.text("appId")), new MerchantNo(fields.text("merchantNo"))),
                        keys(kept, "privateKeys", Pem::readPrivate),
                        keys(kept, "publicKeys", Pem::readPublic));
            }
        } catch (JsonFault | Refusal | IllegalArgumentException _) {
            throw new IllegalStateException("the settings of an account with PayerMax are broken");
        }
        throw new IllegalStateException("the settings of an account with PayerMax are no JSON object");
    }

    private static <K extends Key> List<Timed<K>> keys(Json.Obj kept, String name, Function<String, K> parser)
            throws Refusal {
        List<Timed<K>> keys = new ArrayList<>();
        if (kept.field(name).orElse(new Json.Null()) instanceof Json.Arr(var items)) {
            for (Json item : items) {
                if (item instanceof Json.Obj key) {
                    Fields fields = Fields.of(key);
                    keys.add(new Timed<>(
                            parser.apply(fields.text("key")),
                            Instant.parse(fields.text("from")),
                            key.field("until").flatMap(PayerMaxSettings::time)));
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
