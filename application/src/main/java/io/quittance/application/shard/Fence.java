package io.quittance.application.shard;

import io.quittance.application.transaction.Transactions;
import java.util.Objects;
import java.util.function.Supplier;

/** Transactions in which only the present owner of a shard may write: what a stalled one brings too late is refused. */
public final class Fence {
    private final Shards shards;
    private final Transactions transactions;

    public Fence(Shards shards, Transactions transactions) {
        this.shards = Objects.requireNonNull(shards, "shards");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    /**
     * Runs the work in one transaction, by the rules of {@link Transactions#inOne}, if the lease still counts.
     *
     * @param refused the answer if the shard has a newer owner; then nothing was written
     */
    public <T> T inOne(Lease lease, T refused, Supplier<T> work) {
        return transactions.inOne(() -> shards.confirm(lease) ? work.get() : refused);
    }
}
