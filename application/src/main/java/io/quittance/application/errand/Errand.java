package io.quittance.application.errand;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Queued;
import io.quittance.application.shard.Shard;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that we still have to ask of upstream about one order.
 *
 * @param id given by the queue; 0 for one that was not added yet
 * @param account the one that its order goes through
 * @param attempt how often it was run since it has its step
 * @param sending whether a call was begun whose end was not recorded: its outcome is unknown
 * @param unsure whether some earlier call had an unknown outcome, so that a refusal may be of a repeat
 */
public record Errand(
        long id,
        ObjectRef about,
        MerchantId merchant,
        AccountId account,
        Step step,
        int attempt,
        Instant dueAt,
        boolean sending,
        boolean unsure)
        implements Queued {

    /** What is to be done; the names stand in the database. */
    public enum Step {
        /** Pass the order on to upstream. */
        SUBMIT,
        /** Upstream has it, or may have it, and cannot be asked: when due, the order is overdue. */
        WATCH,
        /** Upstream has it: ask how it stands. */
        QUERY,
        /** Nobody knows whether upstream has it: ask. */
        SEEK,
        /** Upstream said once that it has not: ask again before it is passed on anew. */
        SEEK_AGAIN,
        /** Nothing to ask: when due, the order's time is over. */
        EXPIRE;

        /** Whether upstream is called when it is due. */
        public boolean asks() {
            return this != WATCH && this != EXPIRE;
        }
    }

    public Errand {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(dueAt, "dueAt");
    }

    @Override
    public Shard shard() {
        return Shard.of(about);
    }

    /** Whom an account's errands are owed to: the account itself, upstream. */
    public static long lane(AccountId account) {
        return account.value();
    }

    @Override
    public long lane() {
        return lane(account);
    }

    public static Errand submit(ObjectRef about, MerchantId merchant, AccountId account, Instant dueAt) {
        return new Errand(0, about, merchant, account, Step.SUBMIT, 0, dueAt, false, false);
    }

    /** What is left to do at the end of an order's time. */
    public static Errand expire(ObjectRef about, MerchantId merchant, AccountId account, Instant dueAt) {
        return new Errand(0, about, merchant, account, Step.EXPIRE, 0, dueAt, false, false);
    }

    /** The same, with a call begun. */
    public Errand begun() {
        return new Errand(id, about, merchant, account, step, attempt + 1, dueAt, true, unsure);
    }

    /** The same, of which we know that the call that was begun last was never made. */
    public Errand notMade() {
        return new Errand(id, about, merchant, account, step, attempt - 1, dueAt, false, unsure);
    }

    /** The same, to be run again later. @param doubtful whether the outcome of the last call is unknown */
    public Errand again(Instant at, boolean doubtful) {
        return new Errand(id, about, merchant, account, step, attempt, at, false, unsure || doubtful);
    }

    /** The same, as if the call begun had not been begun, as nothing left this machine. */
    public Errand untried(Instant at) {
        return new Errand(id, about, merchant, account, step, attempt - 1, at, false, unsure);
    }

    /** The same order with another question, not asked yet. */
    public Errand asking(Step next, Instant at) {
        return new Errand(id, about, merchant, account, next, 0, at, false, unsure);
    }

    /** Nothing more to ask: wait for upstream's message until then. */
    public Errand watching(Instant until) {
        return new Errand(id, about, merchant, account, Step.WATCH, attempt, until, false, unsure);
    }
}
