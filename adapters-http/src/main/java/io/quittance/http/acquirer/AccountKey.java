package io.quittance.http.acquirer;

import io.quittance.domain.key.KeyRing.Wish;
import io.quittance.domain.key.Term;
import io.quittance.domain.text.Flaw;
import io.quittance.http.acquirer.AccountForm.Renewed;
import io.quittance.http.signing.KeptAt;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A key among an account's settings.
 *
 * @param sort what the setting is called, as {@code public-key}
 * @param id fingerprint of the public key of the pair
 * @param kept of a private key, where
 */
public record AccountKey(String sort, String id, Term term, Optional<KeptAt> kept) {
    public AccountKey {
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(kept, "kept");
    }

    /** What is to become of one. */
    public sealed interface Change {
        /**
         * It comes to those of its sort.
         *
         * @param text as a person has it
         * @param from empty for at once
         */
        record Add(String sort, String text, Optional<Instant> from) implements Change {
            /** Never shows the key. */
            @Override
            public String toString() {
                return "Add[" + sort + ", " + from + "]";
            }
        }

        /**
         * A private key is kept at another place: the same, as text or by a reference.
         *
         * @param key its fingerprint, or how that begins
         * @param text as a person has it
         */
        record Move(String key, String text) implements Change {
            /** Never shows the key. */
            @Override
            public String toString() {
                return "Move[" + key + "]";
            }
        }

        /** @param wish to retire or to revoke one; its fingerprint tells of which sort it is */
        record Of(Wish wish) implements Change {}
    }

    /** What becomes of it. */
    public sealed interface Outcome {
        record Moved(Renewed renewed) implements Outcome {}

        /** It is so already. */
        record Unmoved() implements Outcome {}

        record Refused(Flaw why) implements Outcome {}
    }
}
