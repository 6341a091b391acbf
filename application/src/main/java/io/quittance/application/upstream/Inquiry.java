package io.quittance.application.upstream;

import io.quittance.application.account.Holder;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Witness;
import io.quittance.domain.account.Account;
import io.quittance.domain.lifecycle.Failure;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked of upstream about one kind of order, and what follows from the answers. Everything but {@link #ask}
 * happens inside a transaction that has locked the order.
 *
 * @param <O> the order
 * @param <S> what upstream says of it when it takes it
 */
public interface Inquiry<O, S> {
    /** Which orders it is about. */
    FollowedOrders<O> orders();

    default ObjectRef.Kind kind() {
        return orders().kind();
    }

    /** Asks, outside any transaction. Never throws for what the other side does. */
    Answer<S> ask(Holder holder, O order, Errand errand);

    /** Whether the errand's question may be asked again of that account when nobody knows whether it arrived. */
    boolean repeatable(Account account, Errand errand);

    /** The answer as one line for the journal. */
    default String line(Answer<S> answer) {
        return answer.asLine();
    }

    /** Upstream has it. @param witness the answer itself; the journal tells of it already */
    Sequel taken(O order, S said, Errand errand, Witness witness);

    /** Upstream says no. @param witness the answer itself; the journal tells of it already */
    Sequel refused(O order, Failure why, Errand errand, Witness witness);

    /** Nobody knows whether a question that is not {@link #repeatable} arrived: what the errand becomes. */
    Errand doubtful(Account account, Errand errand, Instant now);

    /**
     * What an answer leaves to do.
     *
     * @param next what the errand becomes, unless the order has ended; empty if nothing is left to ask
     * @param announced whether its merchant is owed something new
     */
    record Sequel(Optional<Errand> next, boolean announced) {
        public static Sequel of(Errand next, boolean announced) {
            return new Sequel(Optional.of(next), announced);
        }

        public static Sequel done(boolean announced) {
            return new Sequel(Optional.empty(), announced);
        }
    }
}
