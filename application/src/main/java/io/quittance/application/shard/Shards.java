package io.quittance.application.shard;

import java.time.Duration;
import java.util.List;

/** The leases of all shards, judged by the database's clock. */
public interface Shards {
    /**
     * Renews what the owner holds and takes what nobody holds any more.
     *
     * @param owner names one run of one instance, at most 64 characters
     * @param span how long the leases hold from now on
     * @return all leases that this owner has now
     */
    List<Lease> lease(String owner, Duration span);

    /** Gives back everything that the owner holds, so that another may take it at once. */
    void release(String owner);

    /**
     * The fence: call first in a transaction that finishes work of a shard. Locks the lease until the end.
     *
     * @return false if the shard has a newer owner: then write nothing
     */
    boolean confirm(Lease lease);

    /** Takes over every shard, whoever holds it; only for a database that no second process can open. */
    void seize();
}
