package io.quittance.http.acquirer;

import io.quittance.domain.account.Account;
import java.util.Optional;

/** How an acquirer is reached, for a person. What was found out is kept: looking never waits. */
public interface Reach {
    /** Of one that is always where it is. */
    Reach CERTAIN = new Reach() {
        @Override
        public Optional<String> misplaced() {
            return Optional.empty();
        }

        @Override
        public Optional<String> failing() {
            return Optional.empty();
        }

        @Override
        public boolean known() {
            return true;
        }

        @Override
        public boolean canAsk(Account account) {
            return false;
        }

        @Override
        public Optional<String> ask(Account account) {
            return Optional.empty();
        }
    };

    /** What is wrong with its address, if nothing was ever heard from it there: then this instance is not ready. */
    Optional<String> misplaced();

    /** What is wrong although it was heard from before. */
    Optional<String> failing();

    /** Whether there is nothing left to find out by {@link #ask}. */
    boolean known();

    /** Whether that account, which is with it, has what is needed to {@link #ask}. */
    boolean canAsk(Account account);

    /**
     * Asks it something that moves nothing, as that account. Takes as long as any call; never throws for what the other
     * side does.
     *
     * @return what else is wrong, as one sentence
     */
    Optional<String> ask(Account account);
}
