package io.quittance.application.journal;

import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A verified message as it came in.
 *
 * @param raw the bytes received
 * @param keyId fingerprint of the public key that verified them
 * @param odd which fields made no sense and decided nothing, and what was expected of each; never what stood there. The
 *     journal tells of them
 * @param came where it came to, if it is upstream's news
 * @param adopted who takes it up by hand, if it was kept as a discrepancy before
 */
public record Message(
        Bytes raw,
        String keyId,
        Fingerprint fingerprint,
        List<String> odd,
        Optional<Came> came,
        Optional<Adoption> adopted) {
    /**
     * The address to which it came.
     *
     * @param callback the name of the one who reads such messages, at most {@value #MAX_CALLBACK} characters
     * @param call our number of the relayed request that it answers, where the address named one; at most {@value #MAX_CALL}
     *     characters
     */
    public record Came(String callback, Optional<String> call) {
        public static final int MAX_CALLBACK = 64;
        public static final int MAX_CALL = 64;

        public Came {
            Objects.requireNonNull(call, "call");
            if (callback.length() > MAX_CALLBACK) {
                throw new IllegalArgumentException(
                        "callback: " + callback + " (expected: at most " + MAX_CALLBACK + " characters)");
            }
            if (call.filter(number -> number.length() > MAX_CALL).isPresent()) {
                throw new IllegalArgumentException(
                        "call: " + call.get() + " (expected: at most " + MAX_CALL + " characters)");
            }
        }
    }

    public Message {
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(came, "came");
        Objects.requireNonNull(adopted, "adopted");
        odd = List.copyOf(odd);
    }

    /** One that is no news of upstream's. */
    public Message(Bytes raw, String keyId, Fingerprint fingerprint, List<String> odd) {
        this(raw, keyId, fingerprint, odd, Optional.empty(), Optional.empty());
    }

    /** One of which every field makes sense. */
    public Message(Bytes raw, String keyId, Fingerprint fingerprint) {
        this(raw, keyId, fingerprint, List.of());
    }

    /** The same, come to that address. */
    public Message to(Came address) {
        return new Message(raw, keyId, fingerprint, odd, Optional.of(address), adopted);
    }

    /** The same, taken up by hand. */
    public Message adopted(Optional<Adoption> by) {
        return new Message(raw, keyId, fingerprint, odd, came, by);
    }

    /** What is left of it where the rest was adopted: kept as one of its own. */
    public Message rest() {
        Fingerprint own = Fingerprint.of(List.of("rest of", fingerprint.value()));
        return new Message(raw, keyId, own, odd, came, Optional.empty());
    }

    /** What the journal tells of it, before what follows from it. */
    public List<JournalEntry> heard(Instant now, String line) {
        return adopted.map(by -> List.of(
                        JournalEntry.message(
                                Kind.RECEIVED,
                                now,
                                line + " (kept as discrepancy " + by.discrepancy() + " since " + by.since() + ")",
                                this),
                        by.said(now)))
                .orElseGet(() -> List.of(JournalEntry.message(Kind.RECEIVED, now, line, this)));
    }
}
