package io.quittance.application.shard;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A queue of what is owed, read lane by lane, so that the cost of an entry does not depend on what else waits. Only the
 * owner of a shard reads it, so nobody claims a row.
 */
public interface Owed<Q extends Queued> {
    /** Where something waits in these shards; costs one look for each stretch, however much waits there. */
    List<Waiting> waiting(Collection<Shard> shards);

    /** How much waits in each lane of these shards; reads all of it, so not for each entry but now and then. */
    List<Backlog> backlog(Collection<Shard> shards);

    /** What a stretch owes until then behind a position, in the order of due time and id; changes nothing. */
    Page<Q> due(Stretch stretch, Position after, Instant until, int limit);

    /** Those of these that are still owed and can be read, whenever they are due; changes nothing. */
    List<Q> these(Collection<Long> ids);

    /**
     * Counts that an entry could not be handled. Call behind the fence. The count begins anew once the entry has become
     * something else.
     *
     * @return how often that has happened now; 0 if the entry is there no more
     */
    int stumbled(long id);

    /** It is not due before then. Call behind the fence. */
    void putOff(long id, Instant until);

    /**
     * Takes an entry out of its lane until a person or another version looks at it. Call behind the fence.
     *
     * @param why at most 800 characters are kept
     */
    void setAside(long id, String why);

    /** Puts back, due then, what a version other than this one has set aside. @return how many */
    int recall(Instant due);

    /** How many entries are set aside. */
    long aside();
}
