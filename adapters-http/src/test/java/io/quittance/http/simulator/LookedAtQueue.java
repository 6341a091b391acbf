package io.quittance.http.simulator;

import io.quittance.application.shard.Backlog;
import io.quittance.application.shard.Owed;
import io.quittance.application.shard.Page;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.shard.Waiting;
import io.quittance.application.simulator.UntoldResult;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** A queue where a test stands between what is due and who asks for it. */
record LookedAtQueue(Owed<UntoldResult> queue, UnaryOperator<List<UntoldResult>> look) implements Owed<UntoldResult> {
    @Override
    public List<Waiting> waiting(Collection<Shard> shards) {
        return queue.waiting(shards);
    }

    @Override
    public List<Backlog> backlog(Collection<Shard> shards) {
        return queue.backlog(shards);
    }

    @Override
    public Page<UntoldResult> due(Stretch stretch, Position after, Instant until, int limit) {
        Page<UntoldResult> page = queue.due(stretch, after, until, limit);
        return page.entries().isEmpty() ? page : new Page<>(look.apply(page.entries()), List.of(), page.more());
    }

    @Override
    public List<UntoldResult> these(Collection<Long> ids) {
        return queue.these(ids);
    }

    @Override
    public int stumbled(long id) {
        return queue.stumbled(id);
    }

    @Override
    public void putOff(long id, Instant until) {
        queue.putOff(id, until);
    }

    @Override
    public void setAside(long id, String why) {
        queue.setAside(id, why);
    }

    @Override
    public int recall(Instant due) {
        return queue.recall(due);
    }

    @Override
    public long aside() {
        return queue.aside();
    }
}
