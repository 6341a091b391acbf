package io.quittance.domain.payout;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the money reaches the payee.
 *
 * @param organisation the wallet, the bank or the network of counters that it goes to, in the provider's spelling
 * @param rail the clearing that it has to take; empty where that is left open
 * @param charges who bears the charges; its words are agreed by country
 * @param collectable how long cash may be picked up
 */
public record Method(
        Way way,
        Optional<String> organisation,
        Optional<Rail> rail,
        Optional<String> charges,
        Optional<Duration> collectable) {
    /** By which kind of account or counter. */
    public sealed interface Way {
        record BankTransfer() implements Way {}

        record Wallet() implements Way {}

        record Cash() implements Way {}

        /** One that we have no word for, as the provider adds to them. */
        record Other(String name) implements Way {
            public Other {
                Wording.require("way", name);
            }
        }
    }

    /** A clearing between banks. */
    public enum Rail {
        SWIFT,
        SEPA,
        /** The country's own. */
        LOCAL
    }

    public Method {
        Objects.requireNonNull(way, "way");
        Wording.require("method", List.of(organisation, charges));
        Objects.requireNonNull(rail, "rail");
        if (collectable.filter(time -> !time.isPositive()).isPresent()) {
            throw new IllegalArgumentException("collectable: " + collectable.get() + " (expected: more than nothing)");
        }
    }
}
