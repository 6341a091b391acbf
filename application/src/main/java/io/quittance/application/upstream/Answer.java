package io.quittance.application.upstream;

import io.quittance.domain.account.Account;
import io.quittance.domain.lifecycle.Failure;
import java.time.Duration;
import java.util.Objects;

/**
 * What upstream answers a question about an order: five kinds, by what must follow.
 *
 * @param <S> what it says of the order when it took it
 */
public sealed interface Answer<S> {
    Exchange exchange();

    /** Upstream has it. A final status in the answer counts like a notification. */
    record Taken<S>(Exchange exchange, S said) implements Answer<S> {
        public Taken {
            Objects.requireNonNull(said, "said");
        }
    }

    /** The business says no. */
    record Refused<S>(Exchange exchange, Failure why) implements Answer<S> {}

    /**
     * It certainly was not processed: the same id may be sent again, later.
     *
     * @param tried whether upstream has anything to do with that. If not, nothing left this machine for want of connections
     *     of ours: it counts as no attempt, shows nothing of upstream, and goes again in a moment
     */
    record NotProcessed<S>(Exchange exchange, String why, boolean tried) implements Answer<S> {
        public NotProcessed(Exchange exchange, String why) {
            this(exchange, why, true);
        }

        /** We had too much under way ourselves. */
        public static <S> NotProcessed<S> untried(Duration took, String why) {
            return new NotProcessed<>(Exchange.nothingSent(took), why, false);
        }
    }

    /** Our keys or our registration are wrong: hold everything for this account, fail nothing. */
    record Misconfigured<S>(Exchange exchange, String why) implements Answer<S> {}

    /** Nobody can tell whether it was processed. */
    record Unknown<S>(Exchange exchange, String why) implements Answer<S> {}

    /** That the account's acquirer is not there, or does not serve such an order: nothing was sent, and nothing fails. */
    static <S> Answer<S> nobodyThere(Account account) {
        return new Misconfigured<>(
                Exchange.nothingSent(Duration.ZERO),
                "this process has no acquirer " + account.acquirer() + " that serves such orders");
    }

    /** The answer as one line for the journal and for a person. */
    default String asLine() {
        return switch (this) {
            case Taken<S> _ -> "upstream took it";
            case Refused<S>(var _, var why) -> "upstream refused it: " + why.code() + ", " + why.message();
            case NotProcessed<S>(var _, var why, var _) -> "not processed: " + why;
            case Misconfigured<S>(var _, var why) -> "our configuration was refused: " + why;
            case Unknown<S>(var _, var why) -> "unknown: " + why;
        };
    }
}
