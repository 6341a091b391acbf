package io.quittance.application.journal;

import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Optional;

/** Everything that happened to each order, append only. */
public interface Journal {
    /**
     * Writes entries behind what is there and answers the sequence number of the first, counted from 1 for each order.
     * Call inside the transaction that decided them; the order must exist and is locked until the end.
     *
     * @throws IllegalStateException if there is no such order, or if an entry's fingerprint is there already
     */
    int append(ObjectRef about, List<JournalEntry> entries);

    /** Counts a message that came again beside the row it has. @return false if it never came before */
    boolean repeated(ObjectRef about, Fingerprint message);

    /** All rows of an order, oldest first, bodies in the clear. */
    List<Row> story(ObjectRef about);

    /**
     * An entry where it stands.
     *
     * @param repeats how often the same message came again
     * @param unreadable why its body, which the entry is without then, cannot be read; empty if it can or there is none
     */
    record Row(int sequence, JournalEntry entry, int repeats, Optional<String> unreadable) {
        /** One that can be read. */
        public Row(int sequence, JournalEntry entry, int repeats) {
            this(sequence, entry, repeats, Optional.empty());
        }

        /**
         * For whoever cannot go on without it.
         *
         * @throws IllegalStateException if it cannot be read
         */
        public Optional<Bytes> body() {
            unreadable.ifPresent(why -> {
                throw new IllegalStateException(why);
            });
            return entry.body();
        }
    }
}
