package io.quittance.application.audit;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * What a row of the journal tells, as it stands in the table: whoever checks it must be able to read also what no entry can
 * be. What is not in here is not sealed: the count of repeats, which goes on, and the month, which may be moved on.
 *
 * @param kind a {@link JournalEntry.Kind}, unless somebody changed it
 * @param at to the microsecond
 * @param body in the clear, so that it may be encrypted again with another key
 */
public record Told(
        int sequence,
        String kind,
        Instant at,
        String note,
        Optional<Bytes> body,
        Optional<String> keyId,
        Optional<String> fingerprint,
        Optional<Integer> status,
        Optional<Long> tookMillis,
        Optional<String> who) {
    public Told {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(body, "body");
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same, once its body is forgotten. */
    Told withoutBody() {
        return new Told(sequence, kind, at, note, Optional.empty(), keyId, fingerprint, status, tookMillis, who);
    }

    /** An entry, in its place. */
    public static Told of(int sequence, JournalEntry entry) {
        return new Told(
                sequence,
                entry.kind().name(),
                entry.at(),
                entry.note(),
                entry.body(),
                entry.keyId(),
                entry.fingerprint().map(Fingerprint::value),
                entry.status(),
                entry.took().map(Duration::toMillis),
                entry.who());
    }
}
