package io.quittance.application.discrepancy;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.Message;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.account.Account;

/** Reads messages again that were kept, as those who know their shapes do now. Call it outside any unit of work. */
public interface KeptNews {
    /**
     * Reads it again and hands it to the use case that takes such news; once it answers, that is durable.
     *
     * @param message as it was kept; that it is adopted goes with it
     * @throws io.quittance.application.journal.NotAdopted if the use case cannot take it
     * @throws io.quittance.application.journal.Adoption.Rehearsed if it can, and it is rehearsed
     */
    Taken take(Holder holder, Message message);

    /** Whether what verified it verifies messages of that account now. */
    boolean verifiedFor(Account account, Message message);

    /** What became of it. */
    sealed interface Taken {
        record Told(Settled outcome) implements Taken {}

        /** Also this version does not understand it. */
        record NotUnderstood(String why) implements Taken {}

        /** It is no news of upstream's, or nobody can tell which. */
        record NoNews(String why) implements Taken {}
    }
}
