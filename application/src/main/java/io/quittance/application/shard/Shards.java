package io.quittance.application.shard;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Who works off which share of the orders. A member holds its shards for as long as it is seen, by the database's clock
 * alone, so to renew all of its leases is to write one row. A shard is free when its owner is not a member.
 */
public interface Shards {
    /** Lets an instance in, seen now and with nothing. */
    void join(Member member);

    /**
     * Renews all leases of that member.
     *
     * @return false if it is no member any more: another took it for gone, so it has lost them all and must join anew
     */
    boolean renew(String name);

    /** Says that it will go: it counts no longer when the shards are shared out, and keeps its leases meanwhile. */
    void retire(String name);

    /** Takes out whoever was not seen for that long, and tells who is there now and who has what. */
    Roster roster(Duration span);

    /** Takes shards as a roster showed them free; those that another took since are left to it. */
    void take(String name, Map<Shard, Long> free);

    /** Gives these back, so that another may take them at once. */
    void give(String name, Set<Shard> shards);

    /** Gives everything back and is no member any more. */
    void leave(String name);

    /**
     * The fence: call first in a transaction that finishes work of a shard. Nobody takes the shard before its end; others
     * may confirm the same lease meanwhile.
     *
     * @return false if the shard has a newer owner: then write nothing
     */
    boolean confirm(Lease lease);

    /** Takes every member for gone; only for a database that no second process can open. */
    void seize();
}
