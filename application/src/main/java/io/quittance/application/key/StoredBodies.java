package io.quittance.application.key;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All bodies that are kept encrypted, in whatever table. */
public interface StoredBodies {
    /**
     * Encrypts some bodies again with the key that is encrypted with now, inside a unit of work. One that changed since it was read
     * is left as it is, and one that cannot be read, too.
     *
     * @param key that of the bodies to encrypt again; all others stay as they are
     * @param place behind which to begin; empty for the beginning. One that is not known any more is a beginning, too
     * @param limit how many bodies to look at, at most
     */
    Step step(String key, String place, int limit);

    /**
     * How many bodies there are under each key, looking at {@value #MOST_COUNTED} rows of each table at most.
     *
     * @return by key; of what nobody looked at nothing is said
     */
    Map<String, Long> count();

    int MOST_COUNTED = 1_000_000;

    /** How many there are, about, whatever they are encrypted with: what a server knows without counting. */
    long about();

    /**
     * What a step came to.
     *
     * @param next behind which the next one begins; empty at the end
     * @param missed how many changed meanwhile
     * @param aside where those are that cannot be read
     */
    record Step(Optional<String> next, int seen, int done, int missed, List<String> aside) {
        public Step {
            aside = List.copyOf(aside);
        }
    }
}
