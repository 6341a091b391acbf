package io.quittance.application.key;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which keys stored bodies are encrypted with, and which instances hold them; in the order in which they came. */
public interface BodyKeys {
    List<BodyKey> all();

    /** The same, inside a unit of work: nobody else changes them until it ends, but for their work. */
    List<BodyKey> lock();

    /** Inside a unit of work, after {@link #lock}. */
    void keep(BodyKey key);

    /**
     * Keeps how far the work has come, inside the unit of work that did it.
     *
     * @return false if another has gone on with it, or it is to be gone on with no more: then keep nothing of it
     */
    boolean advance(BodyKey before, BodyKey.Work work);

    /** All instances that were seen within that time. */
    List<Reader> readers(Duration span);

    /**
     * An instance.
     *
     * @param keys what it holds, and first what it encrypts with; empty if it is of a version that holds one key and does not say which
     */
    record Reader(String address, String version, List<String> keys) {
        public Reader {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(version, "version");
            keys = List.copyOf(keys);
        }

        public boolean reads(String key) {
            return keys.contains(key);
        }

        Optional<String> writesWith() {
            return keys.stream().findFirst();
        }
    }
}
